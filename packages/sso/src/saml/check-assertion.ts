import { SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { checkInResponseTo, checkIssuer } from './check-response.ts';
import { attributeOf, childElements, childrenNamed, onlyChild, textOf } from './elements.ts';
import { instantOf, refuseOutside } from './instant.ts';
import { ASSERTION, BEARER } from './names.ts';
import type { SamlExpectations } from './saml-expectations.ts';

/** An answer travels for seconds. However long an assertion says that it holds, it must have been made just now. */
const MAX_AGE_SECONDS = 3600;

/**
 * Refuses a verified assertion that is not from this provider, for us, for this request and for now (SAML Core §2.5,
 * Profiles §4.1.4). What is missing is refused like what is wrong.
 *
 * @returns until when the assertion must be remembered as used.
 */
export function checkAssertion(assertion: Element, expected: SamlExpectations): Date {
  if (attributeOf(assertion, 'Version') !== '2.0' || !attributeOf(assertion, 'ID')) {
    throw new SsoRefusal('answer_malformed', 'the assertion is not SAML 2.0 or has no ID');
  }
  const issuer = onlyChild(assertion, ASSERTION, 'Issuer');
  if (issuer === undefined) throw new SsoRefusal('issuer_mismatch', 'the assertion has no issuer');
  checkIssuer(issuer, expected.provider.entityId);
  const usableUntil = checkAge(assertion, expected);
  checkConditions(assertion, expected);
  checkConfirmation(assertion, expected);
  return usableUntil;
}

function checkAge(assertion: Element, { now, provider }: SamlExpectations): Date {
  const issuedAt = instantOf(assertion, 'IssueInstant');
  if (issuedAt === null) throw new SsoRefusal('answer_malformed', 'the assertion has no IssueInstant');
  const ageSeconds = (now.getTime() - issuedAt.getTime()) / 1000;
  if (ageSeconds < -provider.clockSkewSeconds || ageSeconds >= MAX_AGE_SECONDS + provider.clockSkewSeconds) {
    throw new SsoRefusal('outside_validity', `the assertion was made at ${issuedAt.toISOString()}`);
  }
  return new Date(issuedAt.getTime() + (MAX_AGE_SECONDS + provider.clockSkewSeconds) * 1000);
}

function checkConditions(assertion: Element, { provider, entityId, now }: SamlExpectations): void {
  const conditions = onlyChild(assertion, ASSERTION, 'Conditions');
  if (conditions === undefined) throw new SsoRefusal('conditions_missing', 'the assertion has no Conditions');
  refuseOutside(conditions, now, provider.clockSkewSeconds);
  // SAML Core §2.5.1.1: a condition that is not understood makes the assertion worth nothing.
  const unknown = childElements(conditions).find(({ localName }) => !KNOWN_CONDITIONS.has(localName ?? ''));
  if (unknown !== undefined) throw new SsoRefusal('conditions_missing', `unknown condition ${unknown.localName}`);
  const restrictions = childrenNamed(conditions, ASSERTION, 'AudienceRestriction');
  if (restrictions.length === 0) throw new SsoRefusal('wrong_audience', 'the assertion names no audience');
  for (const restriction of restrictions) {
    const audiences = childrenNamed(restriction, ASSERTION, 'Audience').map(textOf);
    if (!audiences.includes(entityId)) {
      throw new SsoRefusal('wrong_audience', `the audience is ${audiences.join(', ').slice(0, 300)}, not ${entityId}`);
    }
  }
}

/** We use every assertion once (`OneTimeUse`) and pass none on (`ProxyRestriction`). */
const KNOWN_CONDITIONS = new Set(['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction']);

/** Of several confirmations one suffices; the refusal names what is wrong with the first bearer. */
function checkConfirmation(assertion: Element, expected: SamlExpectations): void {
  const subject = onlyChild(assertion, ASSERTION, 'Subject');
  const bearers = (subject === undefined ? [] : childrenNamed(subject, ASSERTION, 'SubjectConfirmation')).filter(
    (confirmation) => attributeOf(confirmation, 'Method') === BEARER,
  );
  const refusals = bearers.map((bearer) => refusalOfBearer(bearer, expected));
  if (refusals.includes(undefined)) return;
  throw refusals[0] ?? new SsoRefusal('conditions_missing', 'the assertion has no bearer confirmation');
}

function refusalOfBearer(bearer: Element, expected: SamlExpectations): SsoRefusal | undefined {
  try {
    checkBearer(bearer, expected);
    return undefined;
  } catch (error) {
    if (error instanceof SsoRefusal) return error;
    throw error;
  }
}

function checkBearer(bearer: Element, { callbackUrl, requestId, provider, now }: SamlExpectations): void {
  const data = onlyChild(bearer, ASSERTION, 'SubjectConfirmationData');
  if (data === undefined) throw new SsoRefusal('conditions_missing', 'the confirmation has no data');
  const recipient = attributeOf(data, 'Recipient');
  if (recipient !== callbackUrl) {
    throw new SsoRefusal('wrong_destination', `Recipient is ${recipient ?? 'missing'}, not ${callbackUrl}`);
  }
  if (instantOf(data, 'NotOnOrAfter') === null) {
    throw new SsoRefusal('conditions_missing', 'the confirmation does not say until when it holds');
  }
  refuseOutside(data, now, provider.clockSkewSeconds);
  checkInResponseTo(data, requestId);
}
