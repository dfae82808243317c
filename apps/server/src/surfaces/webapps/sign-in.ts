import { webAppApi } from '@latchkey/contract';
import {
  askForPasswordReset,
  askForSignInCode,
  authenticateSession,
  DomainError,
  type Platform,
  provePasswordReset,
  resetPassword,
  type SignInResult,
  signInWithCode,
  signInWithPassword,
  signOut,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import { cookieName, setCookie } from '../../http/cookies.ts';
import type { Implement } from '../../http/implement.ts';
import { isSecure } from '../../http/request-origin.ts';
import { decodeDigits } from '../console/email-code.ts';
import { passwordCandidates } from '../console/password-candidates.ts';
import { requireSetUp } from '../console/require-set-up.ts';
import { visitors, WEBAPP_COOKIE } from './visitor.ts';
import { WEBAPP_LOGIN_SECONDS } from './webapp-tokens.ts';

const SUCCESS = { result: 'success' } as const;
const NEW_PASSWORD =
  'This password was made for one sign-in. Open the sign-in page of this server and choose a new one.';

/** Signing in to WebApps: the console's own use cases, whose session is told as a token instead of cookies. */
export function webAppSignInRoutes(implement: Implement, context: ServerContext): void {
  const { platform, webAppTokens } = context;
  const { loginOf } = visitors(context);

  implement(webAppApi.webAppLogin)(async ({ body, origin }) => {
    await requireSetUp(context);
    const passwords = passwordCandidates(body.password);
    return answer(await signInWithPassword(forWebApps(platform), origin, { email: body.email, passwords }));
  });

  implement(webAppApi.sendWebAppCode)(async ({ body, origin }) => {
    await requireSetUp(context);
    const { email, language = 'en-US' } = body;
    const asking = { email, language, registerLink: '', createsAccounts: false };
    return { ...SUCCESS, data: await askForSignInCode(platform, origin, asking) };
  });

  implement(webAppApi.webAppCodeLogin)(async ({ body, origin }) => {
    await requireSetUp(context);
    const { email, token } = body;
    const typed = { email, token, language: 'en-US' as const, code: decodeDigits(body.code), createsAccounts: false };
    return answer(await signInWithCode(forWebApps(platform), origin, typed));
  });

  implement(webAppApi.webAppLogout)(async ({ request, reply, origin }) => {
    await requireSetUp(context);
    const login = loginOf(request);
    if (login?.auth_type === 'internal') {
      const admitted = await authenticateSession(platform, login.sid).catch((error: unknown) => {
        if (error instanceof DomainError) return undefined;
        throw error;
      });
      if (admitted !== undefined) await signOut(platform, origin, admitted.session);
    }
    // No session of the console is behind these, which would end them.
    if (login?.auth_type === 'external') {
      await platform.store.appSessions.removeExternal(login.user_id, platform.clock());
    }
    const secure = isSecure(request);
    const options = { secure, httpOnly: true, maxAgeSeconds: 0, ...(secure && { sameSite: 'None' as const }) };
    reply.header('set-cookie', setCookie(cookieName(WEBAPP_COOKIE, secure), '', options));
    return SUCCESS;
  });

  implement(webAppApi.webAppForgotPassword)(async ({ body, origin }) => {
    await requireSetUp(context);
    const { email, language = 'en-US' } = body;
    return { ...SUCCESS, data: await askForPasswordReset(platform, origin, { email, language, registerLink: '' }) };
  });

  implement(webAppApi.webAppCheckResetCode)(async ({ body, origin }) => {
    await requireSetUp(context);
    return { is_valid: true, ...(await provePasswordReset(platform, origin, body)) };
  });

  implement(webAppApi.webAppResetPassword)(async ({ body, origin }) => {
    await requireSetUp(context);
    if (body.new_password !== body.password_confirm) throw new DomainError('password_mismatch');
    await resetPassword(platform, origin, { token: body.token, password: body.new_password });
    return SUCCESS;
  });

  function answer(result: SignInResult) {
    if (result.kind === 'unfinished') {
      if (result.step === 'waiting') throw new DomainError('not_allowed_create_workspace');
      throw new DomainError('forbidden', { message: NEW_PASSWORD });
    }
    const { account, session } = result;
    const exp = Math.floor(platform.clock().getTime() / 1000) + WEBAPP_LOGIN_SECONDS;
    const token = webAppTokens.login.sign({
      sub: 'Web API Passport',
      user_id: account.id,
      session_id: account.email,
      token_source: 'webapp_login_token',
      auth_type: 'internal',
      sid: session.id,
      exp,
    });
    return { ...SUCCESS, data: { access_token: token } };
  }
}

/** The session behind a token ends with it: nothing renews it. */
function forWebApps(platform: Platform): Platform {
  const { rules } = platform;
  const sessions = { ...rules.sessions, absoluteSeconds: WEBAPP_LOGIN_SECONDS };
  return { ...platform, rules: { ...rules, sessions } };
}
