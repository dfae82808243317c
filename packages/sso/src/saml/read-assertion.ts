import { type ProviderIdentity, type SamlProvider, SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { type Claims, readText } from '../identity/read-field.ts';
import { attributeOf, childrenNamed, onlyChild, textOf } from './elements.ts';
import { instantOf } from './instant.ts';
import { ASSERTION, TRANSIENT } from './names.ts';
import type { SamlExpectations } from './saml-expectations.ts';

/**
 * What a verified assertion says about the person: each attribute by its name, and `NameID` and `NameIDFormat`, which
 * no attribute can stand in for. One value is a text, several are a list.
 */
export function readClaims(assertion: Element): Claims {
  const subject = onlyChild(assertion, ASSERTION, 'Subject');
  const nameId = subject && onlyChild(subject, ASSERTION, 'NameID');
  return {
    ...readAttributes(assertion),
    NameID: nameId === undefined ? null : textOf(nameId),
    NameIDFormat: nameId === undefined ? null : attributeOf(nameId, 'Format'),
  };
}

/** The NameID, unless it is one that changes with every sign-in. */
export function lastingNameId(claims: Claims): string | null {
  return claims.NameIDFormat === TRANSIENT ? null : readText(claims, 'NameID');
}

/** An attribute that comes in several pieces has all their values. */
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
export function readAuthentication(
  assertion: Element,
  { provider, now }: SamlExpectations,
): Pick<ProviderIdentity, 'providerSession' | 'authenticatedAt' | 'endsAt'> {
  const [statement] = childrenNamed(assertion, ASSERTION, 'AuthnStatement');
  const authenticatedAt = statement === undefined ? null : instantOf(statement, 'AuthnInstant');
  if (statement === undefined || authenticatedAt === null) {
    throw new SsoRefusal('answer_malformed', 'the assertion does not say when the person signed in');
  }
  refuseWeakContext(statement, provider);
  const endsAt = instantOf(statement, 'SessionNotOnOrAfter');
  if (endsAt !== null && now.getTime() >= endsAt.getTime() + provider.clockSkewSeconds * 1000) {
    throw new SsoRefusal('outside_validity', `the provider's session ended at ${endsAt.toISOString()}`);
  }
  return { providerSession: attributeOf(statement, 'SessionIndex') || null, authenticatedAt, endsAt };
}

function refuseWeakContext(statement: Element, { requiredContexts }: SamlProvider): void {
  if (requiredContexts.length === 0) return;
  const context = onlyChild(statement, ASSERTION, 'AuthnContext');
  const reference = context && onlyChild(context, ASSERTION, 'AuthnContextClassRef');
  const used = reference === undefined ? 'no stated context' : textOf(reference);
  if (!requiredContexts.includes(used)) {
    throw new SsoRefusal('authentication_too_weak', `the provider used ${used.slice(0, 200)}`);
  }
}
