import { type AdmittedSession, authenticateSession, DomainError, recognizeSession } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../http/context.ts';
import { cookieName, cookieValues } from '../http/cookies.ts';
import { isSecure } from '../http/request-origin.ts';

/**
 * Whose console session a browser brings when it opens an address of ours: by its access token, or by the refresh token
 * when that has expired. For deeds that need no proof that a page of ours asked.
 */
export async function signedInSession(
  { platform, tokens }: ServerContext,
  request: FastifyRequest,
): Promise<AdmittedSession | undefined> {
  const values = (name: string) => cookieValues(request.headers.cookie, cookieName(name, isSecure(request)));
  for (const token of values('access_token')) {
    const claims = tokens.access.read(token);
    if (claims === undefined || platform.clock().getTime() >= claims.exp * 1000) continue;
    const admitted = await authenticateSession(platform, claims.sid).catch((error: unknown) => {
      if (error instanceof DomainError) return undefined;
      throw error;
    });
    if (admitted !== undefined) return admitted;
  }
  for (const token of values('refresh_token')) {
    const admitted = await recognizeSession(platform, token);
    if (admitted !== undefined) return admitted;
  }
  return undefined;
}
