import { ssoRedirects } from '@latchkey/contract';
import { assertExternalUser, DomainError, finishSso, type SsoAnswer, type SsoOutcome } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from '../../http/accepted-language.ts';
import { sendAdminCookie } from '../../http/admin-cookie.ts';
import type { ServerContext } from '../../http/context.ts';
import { requestOrigin } from '../../http/request-origin.ts';
import { sendPendingLinkCookie, transactionTokens } from '../../http/sso-cookies.ts';
import { answerSignIn } from '../console/sign-in-answer.ts';
import { sendWebAppCookie, webAppSignInToken } from '../webapps/sign-in-token.ts';
import { connectionIdFrom } from './connection-id.ts';
import { refusedPage } from './refused-page.ts';
import { sendSelfPostingForm } from './self-posting-form.ts';

/** Says that a form was posted by our own page; then the browser has sent its cookies, or has none. */
const AGAIN = 'again';

interface Arrival {
  readonly connectionId: string;
  readonly answer: SsoAnswer;
  /** Where it came to, if that is one of Dify's addresses. */
  readonly callbackUrl?: string;
}

/** Answers what providers send back. */
export function callbackAnswers(context: ServerContext) {
  const { platform } = context;
  return { answerCallback, answerForm };

  /** Ends the round trip, and leads the person on. */
  async function answerCallback(request: FastifyRequest, reply: FastifyReply, arrival: Arrival) {
    const outcome = await finish(request, arrival);
    return reply.redirect(await leadOn(request, reply, outcome), 303);
  }

  /**
   * A form that another site posts comes without cookies (SameSite), so our page posts it once more: to the same
   * address, with the same fields, and with the cookie that says which browser asked.
   */
  async function answerForm(request: FastifyRequest, reply: FastifyReply, arrival: Arrival) {
    const isAgain = request.url.includes(`?${AGAIN}`);
    if (!isAgain && transactionTokens(request).length === 0) {
      const fields = Object.fromEntries(
        Object.entries(arrival.answer).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      );
      return sendSelfPostingForm(reply, { action: `${request.url.split('?')[0]}?${AGAIN}`, fields });
    }
    return answerCallback(request, reply, arrival);
  }

  async function finish(request: FastifyRequest, { answer, callbackUrl, ...arrival }: Arrival): Promise<SsoOutcome> {
    try {
      const connectionId = connectionIdFrom(arrival.connectionId);
      const browserTokens = transactionTokens(request);
      const language = acceptedLanguage(request);
      const at = callbackUrl === undefined ? {} : { callbackUrl };
      const callback = { connectionId, answer, browserTokens, language, ...at };
      return await finishSso(platform, requestOrigin(request), callback);
    } catch (error) {
      if (error instanceof DomainError) return { kind: 'refused', refusal: error, purpose: undefined };
      throw error;
    }
  }

  async function leadOn(request: FastifyRequest, reply: FastifyReply, outcome: SsoOutcome): Promise<string> {
    switch (outcome.kind) {
      case 'refused':
        return refusedPage(outcome.purpose, outcome.refusal, request.id);
      case 'signed_in': {
        const { result } = await answerSignIn(context, { request, reply }, outcome.result);
        if (result === 'fail' || outcome.result.kind !== 'signed_in') return '/signin/unfinished';
        const { kind, returnTo } = outcome.purpose;
        if (kind === 'workspace') return returnTo;
        const { session, account } = outcome.result;
        return enterWebApps(request, reply, returnTo, { kind: 'member', session, email: account.email });
      }
      case 'administration':
        sendAdminCookie(request, reply, outcome.issued.token);
        return outcome.purpose.returnTo;
      case 'pending':
        sendPendingLinkCookie(request, reply, outcome.token);
        return `/signin/link?${new URLSearchParams({ redirect_url: outcome.purpose.returnTo })}`;
      case 'linked':
        return '/account?identity=linked';
      case 'tested':
        return `/admin/sso/${outcome.connectionId}/tests/${outcome.purpose.testId}`;
      case 'start_here':
        return ssoRedirects.login.path.replace('{connection_id}', outcome.connectionId);
      case 'external': {
        const { user, endsAt, purpose } = outcome;
        if (purpose.kind === 'device_external') {
          const [browserToken = ''] = transactionTokens(request);
          const { grantId, userCode } = purpose;
          const facts = { user, grantId, userCode, browserToken, issuer: outcome.issuer };
          const sso_assertion = await assertExternalUser(platform, facts);
          return `${ssoRedirects.deviceComplete.path}?${new URLSearchParams({ sso_assertion })}`;
        }
        return enterWebApps(request, reply, purpose.returnTo, { kind: 'external', user, endsAt });
      }
    }
  }

  /** The token is a cookie; in the address only where the operator wants that, for clients of Dify. */
  function enterWebApps(
    request: FastifyRequest,
    reply: FastifyReply,
    returnTo: string,
    who: Parameters<typeof webAppSignInToken>[1],
  ): string {
    const signedIn = webAppSignInToken(context, who);
    sendWebAppCookie({ request, reply }, signedIn);
    if (context.settings.webAppTokenInUrl !== 'on') return returnTo;
    return `/webapp-signin?${new URLSearchParams({ web_sso_token: signedIn.token, redirect_url: returnTo })}`;
  }
}
