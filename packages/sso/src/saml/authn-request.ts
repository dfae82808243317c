import type { SamlProvider } from '@latchkey/core';
import { escapeXml } from './escape-xml.ts';
import { ASSERTION, HTTP_POST, PROTOCOL } from './names.ts';

interface Request {
  readonly requestId: string;
  readonly now: Date;
  readonly callbackUrl: string;
  readonly entityId: string;
  readonly forceReauthentication: boolean;
  readonly provider: SamlProvider;
}

/** SAML Core §3.4.1. */
export function authnRequest({ requestId, now, callbackUrl, entityId, forceReauthentication, provider }: Request) {
  const format = provider.nameIdFormat === null ? '' : ` Format="${escapeXml(provider.nameIdFormat)}"`;
  return [
    `<samlp:AuthnRequest xmlns:samlp="${PROTOCOL}" xmlns:saml="${ASSERTION}" ID="${requestId}" Version="2.0"`,
    ` IssueInstant="${now.toISOString()}" Destination="${escapeXml(provider.ssoUrl)}"`,
    ` AssertionConsumerServiceURL="${escapeXml(callbackUrl)}" ProtocolBinding="${HTTP_POST}"`,
    `${forceReauthentication ? ' ForceAuthn="true"' : ''}>`,
    `<saml:Issuer>${escapeXml(entityId)}</saml:Issuer>`,
    `<samlp:NameIDPolicy AllowCreate="true"${format}/>`,
    requestedContexts(provider.requiredContexts),
    '</samlp:AuthnRequest>',
  ].join('');
}

function requestedContexts(contexts: readonly string[]): string {
  if (contexts.length === 0) return '';
  const references = contexts.map(
    (context) => `<saml:AuthnContextClassRef>${escapeXml(context)}</saml:AuthnContextClassRef>`,
  );
  return `<samlp:RequestedAuthnContext Comparison="exact">${references.join('')}</samlp:RequestedAuthnContext>`;
}
