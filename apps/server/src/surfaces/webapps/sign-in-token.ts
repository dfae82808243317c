import { type ConsoleSession, type ExternalUser, secondsUntil } from '@latchkey/core';
import type { Exchange, ServerContext } from '../../http/context.ts';
import { cookieName, setCookie } from '../../http/cookies.ts';
import { isSecure } from '../../http/request-origin.ts';
import { WEBAPP_COOKIE } from './visitor.ts';
import { WEBAPP_LOGIN_SECONDS } from './webapp-tokens.ts';

/** Who signed in for WebApps, and until when the provider's word holds. */
type SignedIn =
  | { readonly kind: 'member'; readonly session: ConsoleSession; readonly email: string }
  | { readonly kind: 'external'; readonly user: ExternalUser; readonly endsAt: Date };

/** The token of a sign-in to WebApps, as Dify has it. */
export function webAppSignInToken({ platform, webAppTokens }: ServerContext, signedIn: SignedIn) {
  const now = platform.clock();
  const endsAt = signedIn.kind === 'member' ? signedIn.session.expiresAt : signedIn.endsAt;
  const seconds = Math.min(WEBAPP_LOGIN_SECONDS, secondsUntil(now, endsAt));
  const shared = {
    sub: 'Web API Passport',
    token_source: 'webapp_login_token',
    exp: Math.floor(now.getTime() / 1000) + seconds,
  } as const;
  const token =
    signedIn.kind === 'member'
      ? webAppTokens.login.sign({
          ...shared,
          auth_type: 'internal',
          user_id: signedIn.session.accountId,
          session_id: signedIn.email,
          sid: signedIn.session.id,
        })
      : webAppTokens.login.sign({
          ...shared,
          auth_type: 'external',
          user_id: signedIn.user.id,
          session_id: signedIn.user.email ?? signedIn.user.id,
        });
  return { token, seconds };
}

/** Gives the browser its sign-in to WebApps as a cookie; in a frame of another site only over https. */
export function sendWebAppCookie(
  { request, reply }: Pick<Exchange, 'request' | 'reply'>,
  { token, seconds }: ReturnType<typeof webAppSignInToken>,
): void {
  const secure = isSecure(request);
  const options = { secure, httpOnly: true, maxAgeSeconds: seconds, ...(secure && { sameSite: 'None' as const }) };
  reply.header('set-cookie', setCookie(cookieName(WEBAPP_COOKIE, secure), token, options));
}
