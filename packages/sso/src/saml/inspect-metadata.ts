import { type CertificateSummary, type SamlMetadata, SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { attributeOf, childrenNamed, isNamed, textOf } from './elements.ts';
import { instantOf } from './instant.ts';
import { DSIG, HTTP_POST, HTTP_REDIRECT, METADATA, PROTOCOL } from './names.ts';
import { parseXml } from './parse-xml.ts';
import { readCertificate } from './read-certificate.ts';

/**
 * The one identity provider that a metadata document describes (SAML Metadata §2). Its signature is not judged: nobody
 * has told us its key yet. Whoever saves the connection confirms the certificates.
 */
export function inspectMetadata(xml: string, now: Date): SamlMetadata {
  const root = parseXml(xml.trim().replace(/^\uFEFF/, ''), 'metadata_refused');
  const [entity, second] = identityProviders(root);
  if (entity === undefined) throw refuse('no SAML 2.0 identity provider is described');
  if (second !== undefined) throw refuse('more than one identity provider is described');
  const { descriptor } = entity;
  refuseExpired([root, entity.entity, descriptor], now);
  const entityId = attributeOf(entity.entity, 'entityID');
  if (!entityId) throw refuse('the provider has no entity id');
  const certificates = signingCertificates(descriptor);
  if (certificates.length === 0) throw refuse('the provider publishes no certificate to verify signatures with');
  return {
    entityId,
    ...signOnService(descriptor),
    certificates,
    nameIdFormats: childrenNamed(descriptor, METADATA, 'NameIDFormat').map(textOf),
  };
}

function identityProviders(root: Element) {
  const entities = isNamed(root, METADATA, 'EntitiesDescriptor')
    ? childrenNamed(root, METADATA, 'EntityDescriptor')
    : [root].filter((element) => isNamed(element, METADATA, 'EntityDescriptor'));
  return entities.flatMap((entity) =>
    childrenNamed(entity, METADATA, 'IDPSSODescriptor')
      .filter((descriptor) =>
        (attributeOf(descriptor, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(PROTOCOL),
      )
      .map((descriptor) => ({ entity, descriptor })),
  );
}

function refuseExpired(elements: readonly Element[], now: Date): void {
  for (const element of elements) {
    const validUntil = instantOf(element, 'validUntil');
    if (validUntil !== null && now >= validUntil) throw refuse(`it was valid until ${validUntil.toISOString()}`);
  }
}

/** The redirect binding where there is a choice: it needs no script in the browser. */
function signOnService(descriptor: Element): Pick<SamlMetadata, 'ssoUrl' | 'ssoBinding'> {
  const services = childrenNamed(descriptor, METADATA, 'SingleSignOnService');
  const locationOf = (binding: string) =>
    services
      .filter((service) => attributeOf(service, 'Binding') === binding)
      .map((it) => attributeOf(it, 'Location'))[0];
  const redirect = locationOf(HTTP_REDIRECT);
  if (redirect) return { ssoUrl: redirect, ssoBinding: 'redirect' };
  const post = locationOf(HTTP_POST);
  if (post) return { ssoUrl: post, ssoBinding: 'post' };
  throw refuse('the provider takes requests neither by redirect nor by form');
}

/** A key without a use is for everything (SAML Metadata §2.4.1.1). */
function signingCertificates(descriptor: Element): readonly CertificateSummary[] {
  const keys = childrenNamed(descriptor, METADATA, 'KeyDescriptor').filter(
    (key) => (attributeOf(key, 'use') ?? 'signing') === 'signing',
  );
  const texts = keys
    .flatMap((key) => childrenNamed(key, DSIG, 'KeyInfo'))
    .flatMap((info) => childrenNamed(info, DSIG, 'X509Data'))
    .flatMap((data) => childrenNamed(data, DSIG, 'X509Certificate'))
    .map(textOf);
  return [...new Set(texts)].map(summarise);
}

function summarise(text: string): CertificateSummary {
  const certificate = readCertificate(text, 'metadata_refused');
  return {
    pem: certificate.toString(),
    subject: certificate.subject,
    sha256Fingerprint: certificate.fingerprint256,
    notBefore: certificate.validFromDate,
    notAfter: certificate.validToDate,
  };
}

const refuse = (why: string) => new SsoRefusal('metadata_refused', why);
