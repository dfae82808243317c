import { type SamlProvider, SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import type { Claims } from '../identity/read-field.ts';
import { attributeOf, childrenNamed, onlyChild, textOf } from './elements.ts';
import { instantOf } from './instant.ts';
import { ASSERTION, TRANSIENT } from './names.ts';
import type { SamlExpectations } from './saml-expectations.ts';

export interface ReadAssertion {
  /** Each attribute by its name, and `NameID` and `NameIDFormat`, which no attribute can stand in for. */
  readonly claims: Claims;
  /** The NameID, when it lasts. */
  readonly subject: string | null;
  readonly providerSession: string | null;
  readonly authenticatedAt: Date;
  readonly endsAt: Date | null;
}

/** What a checked assertion says about the person. */
export function readAssertion(assertion: Element, expected: SamlExpectations): ReadAssertion {
  const nameId = readNameId(assertion);
  const claims = {
    ...readAttributes(assertion),
    NameID: nameId?.value ?? null,
    NameIDFormat: nameId?.format ?? null,
  };
  return {
    claims,
    subject: nameId === null || nameId.format === TRANSIENT ? null : nameId.value,
    ...readAuthentication(assertion, expected, claims),
  };
}

function readNameId(assertion: Element): { readonly value: string; readonly format: string | null } | null {
  const subject = onlyChild(assertion, ASSERTION, 'Subject');
  const nameId = subject && onlyChild(subject, ASSERTION, 'NameID');
  const value = nameId === undefined ? '' : textOf(nameId);
  return nameId === undefined || value === '' ? null : { value, format: attributeOf(nameId, 'Format') };
}

/** An attribute that comes in several pieces has all their values; one value is a text, several are a list. */
function readAttributes(assertion: Element): Claims {
  const values = new Map<string, string[]>();
  for (const statement of childrenNamed(assertion, ASSERTION, 'AttributeStatement')) {
    for (const attribute of childrenNamed(statement, ASSERTION, 'Attribute')) {
      const name = attributeOf(attribute, 'Name') ?? '';
      const texts = childrenNamed(attribute, ASSERTION, 'AttributeValue').map(textOf);
      values.set(name, [...(values.get(name) ?? []), ...texts]);
    }
  }
  return Object.fromEntries([...values].map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts]));
}

/** When, how and in which session of the provider the person proved themselves (SAML Core §2.7.2). */
function readAuthentication(assertion: Element, { provider, now }: SamlExpectations, claims: Claims) {
  const [statement] = childrenNamed(assertion, ASSERTION, 'AuthnStatement');
  const authenticatedAt = statement === undefined ? null : instantOf(statement, 'AuthnInstant');
  if (statement === undefined || authenticatedAt === null) {
    throw new SsoRefusal('answer_malformed', 'the assertion does not say when the person signed in', { claims });
  }
  refuseWeakContext(statement, provider, claims);
  const endsAt = instantOf(statement, 'SessionNotOnOrAfter');
  if (endsAt !== null && now.getTime() >= endsAt.getTime() + provider.clockSkewSeconds * 1000) {
    throw new SsoRefusal('outside_validity', `the provider's session ended at ${endsAt.toISOString()}`, { claims });
  }
  return { providerSession: attributeOf(statement, 'SessionIndex') || null, authenticatedAt, endsAt };
}

function refuseWeakContext(statement: Element, { requiredContexts }: SamlProvider, claims: Claims): void {
  if (requiredContexts.length === 0) return;
  const context = onlyChild(statement, ASSERTION, 'AuthnContext');
  const reference = context && onlyChild(context, ASSERTION, 'AuthnContextClassRef');
  const used = reference === undefined ? 'no stated context' : textOf(reference);
  if (!requiredContexts.includes(used)) {
    throw new SsoRefusal('authentication_too_weak', `the provider used ${used.slice(0, 200)}`, { claims });
  }
}
