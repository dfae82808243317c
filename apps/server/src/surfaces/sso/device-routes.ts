import { ssoRedirects } from '@latchkey/contract';
import { DomainError, exchangeAssertion, startExternalApproval } from '@latchkey/core';
import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../../http/context.ts';
import { sendApprovalCookie } from '../../http/device-approval-cookie.ts';
import { requestOrigin } from '../../http/request-origin.ts';
import { sendTransactionCookie, transactionTokens } from '../../http/sso-cookies.ts';
import { leave } from './leave.ts';

/** The way of an external user from the page of a terminal to their provider and back. */
export function deviceSsoRoutes(app: FastifyInstance, { platform }: ServerContext): void {
  app.get(ssoRedirects.deviceInitiate.path, async (request, reply) => {
    const query = ssoRedirects.deviceInitiate.query.safeParse(request.query);
    const userCode = query.success ? query.data.user_code.trim().toUpperCase() : '';
    const [browserToken] = transactionTokens(request);
    try {
      const started = await startExternalApproval(platform, requestOrigin(request), { userCode, browserToken });
      sendTransactionCookie(request, reply, started.browserToken);
      sendApprovalCookie(request, reply, undefined);
      return leave(reply, started.redirect);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'sso_failed') throw error;
      return reply.redirect(`/device?${new URLSearchParams({ sso_error: error.code, reference: request.id })}`, 302);
    }
  });

  app.get(ssoRedirects.deviceComplete.path, async (request, reply) => {
    const query = ssoRedirects.deviceComplete.query.safeParse(request.query);
    const assertion = query.success ? query.data.sso_assertion : '';
    const browserTokens = transactionTokens(request);
    try {
      const token = await exchangeAssertion(platform, requestOrigin(request), { assertion, browserTokens });
      sendApprovalCookie(request, reply, token);
      return reply.redirect('/device?sso_verified=1', 302);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'email_belongs_to_dify_account') throw error;
      return reply.redirect(`/device?${new URLSearchParams({ sso_error: error.code, reference: request.id })}`, 302);
    }
  });
}
