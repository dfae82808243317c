import { webAppApi } from '@latchkey/contract';
import { ERRORS, type WebAppId } from '@latchkey/contract/vocabulary';
import { DomainError, decideByPassport, enterByPassport, type PublishedWebApp } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../../http/context.ts';
import { cookieName, cookieValues } from '../../http/cookies.ts';
import type { Implement } from '../../http/implement.ts';
import { isSecure, requestOrigin } from '../../http/request-origin.ts';
import { requireSetUp } from '../console/require-set-up.ts';
import { visitors } from './visitor.ts';
import { type LoginClaims, type PassportClaims, WEBAPP_LOGIN_SECONDS } from './webapp-tokens.ts';

/** Who may open which WebApp, on Dify's wire. */
export function webAppPassportRoutes(implement: Implement, context: ServerContext): void {
  const { platform, webAppTokens } = context;
  const { store, clock, secrets } = platform;
  const { hasLogin, isLive, isOver, loginOf, visitorOf } = visitors(context);

  implement(webAppApi.webAppAccessMode)(async ({ query }) => {
    await requireSetUp(context);
    return { accessMode: (await named(query)).accessMode };
  });

  implement(webAppApi.webAppPermission)(async ({ query, request }) => {
    await requireSetUp(context);
    const code = header(request, 'x-app-code');
    if (query.appId === undefined || code === undefined) {
      throw new DomainError('invalid_param', { message: 'appId must be provided' });
    }
    const webApp = await named({ appId: query.appId });
    const passports = passportsOf(request, code);
    const asksWho = webApp.accessMode === 'private' || webApp.accessMode === 'private_all';
    if (!asksWho) {
      // Somebody who has yet to sign in as an external user is not refused: the app's own calls send them there.
      const decision = await decide(request, webApp, passportFor(webApp, passports)?.login);
      return { result: decision.kind === 'allowed' || decision.reason === 'external_sign_in_needed' };
    }
    if (passports.length === 0) throw new DomainError('unauthorized', { message: 'Access token is missing.' });
    const passport = requirePassport(passports, webApp);
    return { result: (await decide(request, webApp, passport.login)).kind === 'allowed' };
  });

  implement(webAppApi.webAppLoginStatus)(async ({ query, request }) => {
    await requireSetUp(context);
    const login = loginOf(request);
    if (query.app_code === undefined) return { logged_in: hasLogin(request), app_logged_in: false };
    const webApp = await named({ appCode: query.app_code });
    const asksWho = webApp.accessMode === 'private' || webApp.accessMode === 'private_all';
    const isSignedIn = login !== undefined && (await isLive(login));
    return {
      logged_in: asksWho ? isSignedIn : true,
      app_logged_in: await hasPassport(request, webApp, query.user_id),
    };
  });

  implement(webAppApi.webAppPassport)(async ({ query, request, origin }) => {
    await requireSetUp(context);
    const code = header(request, 'x-app-code');
    if (code === undefined) throw new DomainError('unauthorized', { message: 'X-App-Code header is missing.' });
    const webApp = await store.webApps.findByCode(code);
    if (webApp === undefined || !webApp.isEnabled) throw new DomainError('not_found');
    const login = loginOf(request);
    requireKind(webApp, request, login);
    const visitor = await visitorOf(webApp, login);
    await enterByPassport(platform, origin, { webApp, visitor }).catch((error: unknown) => {
      throw inDifysWords(error);
    });
    return { access_token: webAppTokens.passport.sign(claimsFor(webApp, login, query.user_id)) };
  });

  async function decide(request: FastifyRequest, webApp: PublishedWebApp, login: LoginClaims | undefined) {
    return decideByPassport(platform, requestOrigin(request), { webApp, visitor: await visitorOf(webApp, login) });
  }

  function claimsFor(webApp: PublishedWebApp, login: LoginClaims | undefined, userId?: string): PassportClaims {
    const now = clock().getTime();
    const claims: PassportClaims = {
      iss: webApp.id,
      sub: 'Web API Passport',
      app_id: webApp.id,
      app_code: webApp.code,
      end_user_id: secrets.newId(),
      granted_at: now,
      exp: login?.exp ?? Math.floor(now / 1000) + WEBAPP_LOGIN_SECONDS,
    };
    if (webApp.accessMode === 'public' || login === undefined) {
      return userId === undefined ? claims : { ...claims, session_id: userId };
    }
    const { user_id, auth_type } = login;
    return { ...claims, end_user_id: user_id, user_id, auth_type, token_source: 'webapp', login };
  }

  /** @throws DomainError `web_sso_auth_required` with Dify's words. */
  function requireKind({ accessMode }: PublishedWebApp, request: FastifyRequest, login: LoginClaims | undefined): void {
    if (accessMode === 'public') return;
    if (login === undefined) {
      // A passport, or a token of the console, is no sign-in to WebApps.
      const isOther = hasLogin(request) && passportOf(bearerOf(request)) !== undefined;
      if (isOther) {
        const message = "Invalid token source. Expected 'webapp_login_token'.";
        throw new DomainError('unauthorized', { message });
      }
      throw new DomainError('web_sso_auth_required');
    }
    const needed = accessMode === 'sso_verified' ? 'external' : 'internal';
    if (login.auth_type !== needed) {
      throw new DomainError('web_sso_auth_required', { message: `Please login as ${needed} user.` });
    }
  }

  /**
   * The passport that is for this WebApp and was granted under its present rules.
   *
   * @throws DomainError `web_sso_auth_required`, `web_app_access_denied`.
   */
  function requirePassport(tokens: readonly string[], webApp: PublishedWebApp): PassportClaims {
    const known = tokens.flatMap((token) => passportOf(token) ?? []).filter((claims) => !isOver(claims));
    if (known.length === 0) throw new DomainError('web_sso_auth_required');
    const own = known.find((claims) => claims.app_id === webApp.id);
    if (own === undefined) throw new DomainError('web_app_access_denied');
    if (own.granted_at < webApp.rulesChangedAt.getTime()) {
      throw new DomainError('web_app_access_denied', {
        message: 'SSO settings have been updated. Please re-login.',
      });
    }
    if (own.login === undefined) throw new DomainError('web_sso_auth_required');
    return own;
  }

  /** One that is for this WebApp, has not expired, and was granted under its present rules. */
  function passportFor(webApp: PublishedWebApp, tokens: readonly string[]): PassportClaims | undefined {
    return tokens
      .flatMap((token) => passportOf(token) ?? [])
      .find(
        (claims) =>
          claims.app_id === webApp.id && !isOver(claims) && claims.granted_at >= webApp.rulesChangedAt.getTime(),
      );
  }

  async function hasPassport(request: FastifyRequest, webApp: PublishedWebApp, userId?: string): Promise<boolean> {
    const passport = passportFor(webApp, passportsOf(request, webApp.code));
    if (passport === undefined) return false;
    if (userId !== undefined && userId !== passport.session_id && userId !== passport.login?.session_id) return false;
    return (await decide(request, webApp, passport.login)).kind === 'allowed';
  }

  function passportOf(token: string | undefined): PassportClaims | undefined {
    return token === undefined ? undefined : webAppTokens.passport.read(token);
  }

  /** @throws DomainError `invalid_param` with Dify's words. */
  async function named({ appId, appCode }: { appId?: string | undefined; appCode?: string | undefined }) {
    if (appId === undefined && appCode === undefined) {
      throw new DomainError('invalid_param', { message: 'appId or appCode must be provided' });
    }
    const webApp =
      appId === undefined
        ? await store.webApps.findByCode(appCode ?? '')
        : // A boundary: what names no WebApp is refused, whatever it was meant to be.
          await store.webApps.find(appId as WebAppId);
    if (webApp !== undefined) return webApp;
    const message = appId === undefined ? `App with code ${appCode} not found` : `App with id ${appId} not found`;
    throw new DomainError('invalid_param', { message });
  }
}

/** Dify knows two refusals: sign in, and denied; the second one says why. */
function inDifysWords(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const isMendable = error.code === 'sign_in_needed' || error.code === 'external_sign_in_needed';
  if (isMendable) return new DomainError('web_sso_auth_required');
  return new DomainError('web_app_access_denied', { message: ERRORS[error.code].message });
}

function header({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function bearerOf(request: FastifyRequest): string | undefined {
  const value = header(request, 'authorization');
  return value !== undefined && /^bearer /i.test(value) ? value.slice(7).trim() : undefined;
}

function passportsOf(request: FastifyRequest, code: string): string[] {
  const cookies = cookieValues(request.headers.cookie, cookieName(`passport-${code}`, isSecure(request)));
  const sent = header(request, 'x-app-passport');
  return sent === undefined ? cookies : [...cookies, sent];
}
