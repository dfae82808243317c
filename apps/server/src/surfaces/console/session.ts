import { consoleApi } from '@latchkey/contract';
import {
  type ConsoleSession,
  DomainError,
  findSessionByRefreshToken,
  providerSignOut,
  refreshSession,
  signInWithPassword,
  signOut,
} from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import { bearerToken, findConsoleSession } from '../../http/callers.ts';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { clearSessionCookies, refreshTokens, sendSessionCookies } from '../../http/session-cookies.ts';
import { passwordCandidates } from './password-candidates.ts';
import { requireSetUp } from './require-set-up.ts';
import { answerSignIn } from './sign-in-answer.ts';

export function sessionRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;

  implement(consoleApi.login)(async ({ body, request, reply, origin }) => {
    await requireSetUp(context);
    const result = await signInWithPassword(platform, origin, {
      email: body.email,
      passwords: passwordCandidates(body.password),
    });
    return answerSignIn(context, { request, reply }, result);
  });

  implement(consoleApi.logout)(async ({ request, reply, origin }) => {
    await requireSetUp(context);
    if (isStartedBySibling(request, context.settings.corsOrigins)) throw new DomainError('forbidden');
    const sessions = await signedInSessions(request);
    clearSessionCookies(request, reply);
    if (sessions.length === 0) throw new DomainError('unauthorized', { message: 'Invalid Authorization token.' });
    for (const session of sessions) await signOut(platform, origin, session);
    const [address] = (await Promise.all(sessions.map((session) => providerSignOut(platform, session)))).filter(
      (one) => one !== undefined,
    );
    return { result: 'success', ...(address !== undefined && { provider_sign_out_url: address }) };
  });

  implement(consoleApi.refreshToken)(async ({ request, reply, origin }) => {
    const candidates = refreshTokens(request);
    let refusal = new DomainError('unauthorized', { message: 'No refresh token provided' });
    for (const token of candidates) {
      try {
        sendSessionCookies(context, request, reply, await refreshSession(platform, origin, token));
        return { result: 'success' };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refusal = error;
      }
    }
    clearSessionCookies(request, reply);
    throw refusal;
  });

  /** By the access token, and by the refresh token, when the other has expired. A bearer header wins over cookies. */
  async function signedInSessions(request: FastifyRequest): Promise<ConsoleSession[]> {
    const admitted = await findConsoleSession(context, request);
    const refreshable =
      bearerToken(request) === undefined
        ? await Promise.all(refreshTokens(request).map((token) => findSessionByRefreshToken(platform, token)))
        : [];
    const sessions = [admitted?.session, ...refreshable].filter((session) => session !== undefined);
    return [...new Map(sessions.map((session) => [session.id, session])).values()];
  }
}

/** Whether a page of a sibling host started it, where SameSite does not hold. */
function isStartedBySibling({ headers }: FastifyRequest, allowed: readonly string[]): boolean {
  return headers['sec-fetch-site'] === 'same-site' && !allowed.includes(headers.origin ?? '');
}
