import { type ConfiguredConnection, type SsoPurpose, startSso } from '@latchkey/core';
import type { Exchange, ServerContext } from '../../http/context.ts';
import { sendTransactionCookie, transactionTokens } from '../../http/sso-cookies.ts';

/** Where the browser goes, told as JSON; `state` is missing for SAML, as Dify has it. */
export interface BegunRoundTrip {
  readonly url: string;
  readonly state?: string;
}

/** Starts a round trip whose address is told as JSON. Where the provider wants a form, it is fetched with a ticket. */
export async function beginRoundTrip(
  { platform }: Pick<ServerContext, 'platform'>,
  { request, reply, origin }: Exchange,
  { id, provider }: ConfiguredConnection,
  purpose: SsoPurpose,
): Promise<BegunRoundTrip> {
  const { redirect, ticket, state, browserToken } = await startSso(platform, origin, {
    connectionId: id,
    purpose,
    withTicket: provider.protocol === 'saml' && provider.ssoBinding === 'post',
    browserToken: transactionTokens(request)[0],
  });
  sendTransactionCookie(request, reply, browserToken);
  if (redirect.kind === 'form') {
    return { url: `${platform.rules.publicUrl}/sso/${id}/start?${new URLSearchParams({ ticket: ticket ?? '' })}` };
  }
  return provider.protocol === 'saml' ? { url: redirect.url } : { url: redirect.url, state };
}
