import { findSessionByRefreshToken, type SignInResult, signOut } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { Exchange, ServerContext } from '../../http/context.ts';
import { requestOrigin } from '../../http/request-origin.ts';
import { refreshTokens, type SessionCookies, sendSessionCookies } from '../../http/session-cookies.ts';
import { sendUnfinishedCookie } from '../../http/unfinished-cookie.ts';

/** Dify's words; its clients show them as they are. */
const NO_WORKSPACE = 'workspace not found, please contact system admin to invite you to join in a workspace';
const NEW_PASSWORD = 'this password was made for one sign-in, please open the sign-in page and choose a new one';

/** `tokens` are what the cookies hold; only registering says them in its answer, as Dify does. */
type Answer = { result: 'success'; tokens: SessionCookies } | { result: 'fail'; data: string };

/**
 * Ends a sign-in on the wire: with the cookies of a session, or with what an unfinished one goes on with. A session
 * that the browser had before is over.
 */
export async function answerSignIn(
  context: ServerContext,
  { request, reply }: Pick<Exchange, 'request' | 'reply'>,
  result: SignInResult,
): Promise<Answer> {
  if (result.kind === 'unfinished') {
    sendUnfinishedCookie(request, reply, result.token);
    return { result: 'fail', data: result.step === 'waiting' ? NO_WORKSPACE : NEW_PASSWORD };
  }
  await endEarlierSessions(context, request);
  return { result: 'success', tokens: sendSessionCookies(context, request, reply, result) };
}

/** Nobody would end it any more: its cookies are replaced. */
async function endEarlierSessions({ platform }: ServerContext, request: FastifyRequest): Promise<void> {
  for (const token of refreshTokens(request)) {
    const earlier = await findSessionByRefreshToken(platform, token);
    if (earlier !== undefined) await signOut(platform, requestOrigin(request), earlier);
  }
}
