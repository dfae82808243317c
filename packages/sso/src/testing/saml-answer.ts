import { SignedXml } from 'xml-crypto';
import type { ServiceProviderKey } from '../sso-connector-options.ts';

/** What an identity provider says, piece by piece; `null` leaves an attribute or element out. */
export interface SamlFacts {
  readonly responseId: string;
  readonly assertionId: string;
  readonly issueInstant: Date;
  readonly issuer: string | null;
  readonly responseIssuer: string | null;
  readonly destination: string | null;
  readonly inResponseTo: string | null;
  readonly status: string;
  /** XML inside the NameID element. */
  readonly nameId: string;
  readonly nameIdFormat: string;
  readonly recipient: string | null;
  readonly confirmationInResponseTo: string | null;
  readonly confirmationNotOnOrAfter: Date | null;
  readonly method: string;
  /** XML of the whole element; by default it is made of the three that follow. */
  readonly conditions?: string;
  readonly audience: string | null;
  readonly notBefore: Date | null;
  readonly notOnOrAfter: Date | null;
  readonly authnInstant: Date | null;
  readonly sessionIndex: string | null;
  readonly sessionNotOnOrAfter: Date | null;
  readonly context: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const attribute = (name: string, value: string | Date | null) => {
  if (value === null) return '';
  return ` ${name}="${value instanceof Date ? value.toISOString() : value}"`;
};

/** An assertion nobody has signed yet. */
export function assertionXml(facts: SamlFacts): string {
  const attributes = Object.entries(facts.attributes).map(
    ([name, values]) =>
      `<saml:Attribute Name="${name}">${values
        .map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`)
        .join('')}</saml:Attribute>`,
  );
  return [
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${facts.assertionId}" Version="2.0"`,
    `${attribute('IssueInstant', facts.issueInstant)}>`,
    facts.issuer === null ? '' : `<saml:Issuer>${facts.issuer}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="${facts.nameIdFormat}">${facts.nameId}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="${facts.method}"><saml:SubjectConfirmationData`,
    attribute('Recipient', facts.recipient),
    attribute('InResponseTo', facts.confirmationInResponseTo),
    attribute('NotOnOrAfter', facts.confirmationNotOnOrAfter),
    '/></saml:SubjectConfirmation></saml:Subject>',
    facts.conditions ?? conditionsXml(facts),
    '<saml:AuthnStatement',
    attribute('AuthnInstant', facts.authnInstant),
    attribute('SessionIndex', facts.sessionIndex),
    attribute('SessionNotOnOrAfter', facts.sessionNotOnOrAfter),
    `><saml:AuthnContext><saml:AuthnContextClassRef>${facts.context}</saml:AuthnContextClassRef></saml:AuthnContext>`,
    '</saml:AuthnStatement>',
    attributes.length === 0 ? '' : `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`,
    '</saml:Assertion>',
  ].join('');
}

function conditionsXml({ notBefore, notOnOrAfter, audience }: SamlFacts): string {
  const restriction =
    audience === null
      ? ''
      : `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`;
  return [
    `<saml:Conditions${attribute('NotBefore', notBefore)}${attribute('NotOnOrAfter', notOnOrAfter)}>`,
    `${restriction}</saml:Conditions>`,
  ].join('');
}

/** The response around an assertion, or around an encrypted one. */
export function responseXml(facts: SamlFacts, assertion: string): string {
  return [
    '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
    ` xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${facts.responseId}" Version="2.0"`,
    attribute('IssueInstant', facts.issueInstant),
    attribute('Destination', facts.destination),
    `${attribute('InResponseTo', facts.inResponseTo)}>`,
    facts.responseIssuer === null ? '' : `<saml:Issuer>${facts.responseIssuer}</saml:Issuer>`,
    `<samlp:Status><samlp:StatusCode Value="${facts.status}"/></samlp:Status>`,
    `${assertion}</samlp:Response>`,
  ].join('');
}

export interface SigningChoices {
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
  readonly canonicalizationAlgorithm?: string;
  readonly transforms?: readonly string[];
}

/** Signs the one `Response` or `Assertion` in a document, as identity providers do. */
export function signXml(
  xml: string,
  element: 'Response' | 'Assertion',
  key: ServiceProviderKey,
  choices: SigningChoices = {},
): string {
  const canonicalization = choices.canonicalizationAlgorithm ?? 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const signer = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    idAttribute: 'ID',
    signatureAlgorithm: choices.signatureAlgorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: canonicalization,
  });
  const xpath = `//*[local-name()='${element}']`;
  signer.addReference({
    xpath,
    transforms: [
      ...(choices.transforms ?? ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', canonicalization]),
    ],
    digestAlgorithm: choices.digestAlgorithm ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  const hasIssuer = new RegExp(`<(saml|samlp):${element}[^>]*><saml:Issuer>`).test(xml);
  const location = hasIssuer
    ? ({ reference: `${xpath}/*[local-name()='Issuer']`, action: 'after' } as const)
    : ({ reference: xpath, action: 'prepend' } as const);
  signer.computeSignature(xml, { location, prefix: 'ds' });
  return signer.getSignedXml();
}
