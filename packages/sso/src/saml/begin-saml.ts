import { randomBytes, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { SamlProvider, SsoConnection, SsoQuestion, SsoRedirect, SsoRequest } from '@latchkey/core';
import { SignedXml } from 'xml-crypto';
import type { Asking } from '../asking.ts';
import { askable } from '../outgoing/askable.ts';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { authnRequest } from './authn-request.ts';
import { ENVELOPED, EXCLUSIVE_C14N, RSA_SHA256, SHA256 } from './names.ts';

/** Our signed request, by the binding the provider takes (SAML Bindings §3.4 and §3.5). */
export function beginSaml(
  asking: Asking,
  connection: SsoConnection,
  provider: SamlProvider,
  { callbackUrl, entityId = callbackUrl, forceReauthentication = false }: SsoRequest,
): SsoQuestion {
  askable(provider.ssoUrl, asking.allowPrivateNetworks);
  const now = asking.clock();
  const requestId = `_${randomBytes(20).toString('hex')}`;
  const state = randomBytes(32).toString('base64url');
  const xml = authnRequest({ requestId, now, callbackUrl, entityId, forceReauthentication, provider });
  const [key] = asking.serviceProviderKeys;
  const send = provider.ssoBinding === 'post' ? asForm : asUrl;
  return {
    redirect: send(provider.ssoUrl, xml, state, key),
    memory: {
      protocol: 'saml',
      connectionId: connection.id,
      state,
      callbackUrl,
      startedAt: now.toISOString(),
      forceReauthentication,
      issuer: provider.entityId,
      entityId,
      requestId,
    },
  };
}

/** The signature covers the query as it is sent, in this order (SAML Bindings §3.4.4.1). */
function asUrl(ssoUrl: string, xml: string, state: string, key: ServiceProviderKey): SsoRedirect {
  const query = new URLSearchParams({
    SAMLRequest: deflateRawSync(xml).toString('base64'),
    RelayState: state,
    SigAlg: RSA_SHA256,
  }).toString();
  const signature = sign('sha256', Buffer.from(query), key.privateKey).toString('base64');
  const joint = ssoUrl.includes('?') ? '&' : '?';
  return { kind: 'url', url: `${ssoUrl}${joint}${query}&Signature=${encodeURIComponent(signature)}` };
}

function asForm(ssoUrl: string, xml: string, state: string, key: ServiceProviderKey): SsoRedirect {
  const signer = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE_C14N,
    idAttribute: 'ID',
  });
  signer.addReference({ xpath: '/*', transforms: [ENVELOPED, EXCLUSIVE_C14N], digestAlgorithm: SHA256 });
  // The schema wants the signature right behind the issuer.
  signer.computeSignature(xml, { location: { reference: "/*/*[local-name()='Issuer']", action: 'after' } });
  const SAMLRequest = Buffer.from(signer.getSignedXml()).toString('base64');
  return { kind: 'form', action: ssoUrl, fields: { SAMLRequest, RelayState: state } };
}
