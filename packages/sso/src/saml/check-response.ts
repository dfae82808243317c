import { SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { attributeOf, onlyChild, textOf } from './elements.ts';
import { ASSERTION } from './names.ts';
import type { SamlExpectations } from './saml-expectations.ts';

/** Refuses a response sent to another address, for another request or by another provider (SAML Core §3.2.2). */
export function checkResponse(response: Element, expected: SamlExpectations): void {
  if (attributeOf(response, 'Version') !== '2.0')
    throw new SsoRefusal('answer_malformed', 'the response is not SAML 2.0');
  const destination = attributeOf(response, 'Destination');
  if (destination !== expected.callbackUrl) {
    throw new SsoRefusal(
      'wrong_destination',
      `Destination is ${destination ?? 'missing'}, not ${expected.callbackUrl}`,
    );
  }
  checkInResponseTo(response, expected.requestId);
  const issuer = onlyChild(response, ASSERTION, 'Issuer');
  if (issuer !== undefined) checkIssuer(issuer, expected.provider.entityId);
}

/** The request it answers: ours when we asked, none when nobody did. */
export function checkInResponseTo(element: Element, requestId: string | null): void {
  const inResponseTo = attributeOf(element, 'InResponseTo');
  if (inResponseTo === requestId) return;
  const given = inResponseTo === null ? 'names no request' : 'answers another request';
  throw new SsoRefusal('wrong_request', `${element.localName} ${given}`);
}

export function checkIssuer(issuer: Element, entityId: string): void {
  const given = textOf(issuer);
  if (given !== entityId)
    throw new SsoRefusal('issuer_mismatch', `the issuer is ${given.slice(0, 200)}, not ${entityId}`);
}
