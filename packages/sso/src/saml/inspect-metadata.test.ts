import { X509Certificate } from 'node:crypto';
import { SsoRefusal } from '@latchkey/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { createServiceProviderKey } from './create-service-provider-key.ts';
import { inspectMetadata } from './inspect-metadata.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

let one: ServiceProviderKey;
let two: ServiceProviderKey;

beforeAll(async () => {
  [one, two] = await Promise.all([createServiceProviderKey('one', NOW), createServiceProviderKey('two', NOW)]);
});

const keyXml = ({ certificate }: ServiceProviderKey, use = ' use="signing"') =>
  `<KeyDescriptor${use}><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>
  ${new X509Certificate(certificate).raw.toString('base64').replace(/.{64}/g, '$&\n')}
  </X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;

const metadata = (keys: string, { services = service(REDIRECT, 'https://idp.example.com/redirect'), more = '' } = {}) =>
  `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"${more}>
  <!-- as downloaded -->
  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
  ${keys}<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>${services}
  </IDPSSODescriptor></EntityDescriptor>`;

const service = (binding: string, location: string) =>
  `<SingleSignOnService Binding="${binding}" Location="${location}"/>`;

function refusalOf(xml: string): string {
  try {
    return JSON.stringify(inspectMetadata(xml, NOW));
  } catch (error) {
    return error instanceof SsoRefusal ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('a provider’s metadata', () => {
  test('tells where to send people, and every certificate of a rollover', () => {
    const found = inspectMetadata(`\uFEFF<?xml version="1.0"?>${metadata(keyXml(one) + keyXml(two, ''))}`, NOW);
    expect(found).toMatchObject({
      entityId: 'https://idp.example.com',
      ssoUrl: 'https://idp.example.com/redirect',
      ssoBinding: 'redirect',
      nameIdFormats: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
    });
    expect(found.certificates.map(({ subject }) => subject)).toEqual(['CN=one', 'CN=two']);
    expect(found.certificates[0]).toMatchObject({
      sha256Fingerprint: new X509Certificate(one.certificate).fingerprint256,
      notBefore: NOW,
      notAfter: new Date('2046-11-20T12:00:00Z'),
    });
  });

  test('with the form binding only is taken by it', () => {
    const xml = metadata(keyXml(one), { services: service(POST, 'https://idp.example.com/post') });
    expect(inspectMetadata(xml, NOW)).toMatchObject({ ssoUrl: 'https://idp.example.com/post', ssoBinding: 'post' });
  });

  test('in a list of one is taken, in a list of two it is not clear which', () => {
    const list = (...entities: string[]) =>
      `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${entities.join('')}</EntitiesDescriptor>`;
    expect(inspectMetadata(list(metadata(keyXml(one))), NOW).entityId).toBe('https://idp.example.com');
    expect(refusalOf(list(metadata(keyXml(one)), metadata(keyXml(two))))).toContain('more than one identity provider');
  });

  test.each([
    ['without a certificate', () => metadata(''), 'no certificate'],
    ['with a certificate for encryption only', () => metadata(keyXml(one, ' use="encryption"')), 'no certificate'],
    ['with something else for a certificate', () => metadata(keyXml(one).replace(/MII/, 'XXX')), 'cannot be read'],
    ['without an address', () => metadata(keyXml(one), { services: '' }), 'neither by redirect nor by form'],
    [
      'that is out of date',
      () => metadata(keyXml(one), { more: ' validUntil="2026-11-20T11:59:59Z"' }),
      'it was valid until',
    ],
    [
      'of a service provider',
      () => metadata(keyXml(one)).replaceAll('IDPSSO', 'SPSSO'),
      'no SAML 2.0 identity provider',
    ],
    [
      'with a DOCTYPE',
      () => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${metadata(keyXml(one))}`,
      'DOCTYPE',
    ],
    ['that is a web page', () => '<html><body>Sign in</html>', 'not well-formed'],
    ['that is empty', () => '', 'metadata_refused'],
  ])('%s is refused', (_what, xml, words) => {
    expect(refusalOf(xml())).toContain(words);
  });
});
