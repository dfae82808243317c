import type { SamlProvider, ServiceProviderDescription, SsoAddresses } from '@latchkey/core';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { escapeXml } from './escape-xml.ts';
import { DSIG, HTTP_POST, METADATA, PROTOCOL } from './names.ts';
import { readCertificate } from './read-certificate.ts';

/** Our side, for the provider (SAML Metadata §2.4.4). Every key may sign, only the first is encrypted for. */
export function describeServiceProvider(
  keys: readonly [ServiceProviderKey, ...ServiceProviderKey[]],
  provider: SamlProvider,
  { callbackUrl, entityId = callbackUrl }: SsoAddresses,
): ServiceProviderDescription {
  const format =
    provider.nameIdFormat === null ? '' : `<md:NameIDFormat>${escapeXml(provider.nameIdFormat)}</md:NameIDFormat>`;
  const metadataXml = [
    `<md:EntityDescriptor xmlns:md="${METADATA}" xmlns:ds="${DSIG}" entityID="${escapeXml(entityId)}">`,
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true"`,
    ` protocolSupportEnumeration="${PROTOCOL}">`,
    ...keys.map((key) => keyDescriptor('signing', key)),
    keyDescriptor('encryption', keys[0]),
    format,
    `<md:AssertionConsumerService Binding="${HTTP_POST}" Location="${escapeXml(callbackUrl)}" index="0"`,
    ' isDefault="true"/></md:SPSSODescriptor></md:EntityDescriptor>',
  ].join('');
  return { entityId, callbackUrl, metadataXml };
}

function keyDescriptor(use: 'signing' | 'encryption', { certificate }: ServiceProviderKey): string {
  const base64 = readCertificate(certificate, 'connection_incomplete').raw.toString('base64');
  const methods = use === 'encryption' ? ENCRYPTION_METHODS : '';
  return [
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate>`,
    `</ds:X509Data></ds:KeyInfo>${methods}</md:KeyDescriptor>`,
  ].join('');
}

/** What a provider may choose from, best first. */
const ENCRYPTION_METHODS = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
]
  .map((algorithm) => `<md:EncryptionMethod Algorithm="${algorithm}"/>`)
  .join('');
