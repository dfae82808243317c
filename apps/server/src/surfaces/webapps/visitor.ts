import { authenticateSession, DomainError, type PublishedWebApp, type Visitor } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../../http/context.ts';
import { cookieName, cookieValues } from '../../http/cookies.ts';
import { isSecure } from '../../http/request-origin.ts';
import type { LoginClaims } from './webapp-tokens.ts';

/** Who may open a WebApp on Dify's wire; what only the gate can prove, a passphrase or a link, is not proven here. */
export function visitors(context: ServerContext) {
  const { platform, webAppTokens } = context;
  const { store, clock } = platform;
  const isOver = ({ exp }: { readonly exp: number }) => clock().getTime() >= exp * 1000;

  return {
    isOver,

    /** The sign-in that a request bears: by cookie, else by a bearer header. Any that works counts. */
    loginOf(request: FastifyRequest): LoginClaims | undefined {
      return loginTokens(request)
        .map((token) => webAppTokens.login.read(token))
        .find((claims) => claims !== undefined && !isOver(claims));
    },

    /** Whether a request bears any token at all. */
    hasLogin: (request: FastifyRequest): boolean => loginTokens(request).length > 0,

    /** Whom a sign-in stands for, with session and account as they are now. */
    async visitorOf({ id }: PublishedWebApp, login: LoginClaims | undefined): Promise<Visitor> {
      if (login === undefined) return NOBODY;
      if (login.auth_type === 'external') {
        const user = await store.externalUsers.find(login.user_id);
        return user === undefined ? NOBODY : { kind: 'external', user };
      }
      const session = await sessionOf(login);
      return (session && (await store.webApps.standing(id, login.user_id))?.visitor) ?? NOBODY;
    },

    /** Whether the session behind a sign-in still lives. */
    isLive: async (login: LoginClaims): Promise<boolean> => (await sessionOf(login)) !== undefined,
  };

  async function sessionOf(login: LoginClaims) {
    if (login.auth_type === 'external') return store.externalUsers.find(login.user_id);
    return authenticateSession(platform, login.sid).catch((error: unknown) => {
      if (error instanceof DomainError) return undefined;
      throw error;
    });
  }
}

const NOBODY: Visitor = { kind: 'nobody' };

export const WEBAPP_COOKIE = 'webapp_access_token';

function loginTokens(request: FastifyRequest): string[] {
  const cookies = cookieValues(request.headers.cookie, cookieName(WEBAPP_COOKIE, isSecure(request)));
  const header = request.headers.authorization;
  return [...cookies, ...(header !== undefined && /^bearer /i.test(header) ? [header.slice(7).trim()] : [])];
}
