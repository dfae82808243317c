import { createHash } from 'node:crypto';
import {
  type ProviderIdentity,
  type SamlMemory,
  type SamlProvider,
  type SsoAddresses,
  type SsoAnswer,
  type SsoConnection,
  SsoRefusal,
} from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import type { Asking } from '../asking.ts';
import { mapPerson } from '../identity/map-person.ts';
import { refuseForeignMemory } from '../identity/refuse-foreign-memory.ts';
import { refuseStaleAuthentication } from '../identity/refuse-stale-authentication.ts';
import { singleFields } from '../identity/single-fields.ts';
import { checkAssertion } from './check-assertion.ts';
import { checkResponse } from './check-response.ts';
import { decodeAnswer } from './decode-answer.ts';
import { attributeOf } from './elements.ts';
import { openAnswer } from './open-answer.ts';
import { lastingNameId, readAuthentication, readClaims } from './read-assertion.ts';
import type { SamlExpectations } from './saml-expectations.ts';

/** The answer to our request (SAML Profiles §4.1). */
export async function finishSaml(
  asking: Asking,
  connection: SsoConnection,
  provider: SamlProvider,
  memory: SamlMemory,
  answer: SsoAnswer,
): Promise<ProviderIdentity> {
  const fields = singleFields(answer);
  refuseForeignMemory(connection, provider.entityId, memory, fields.get('RelayState') ?? null, asking.clock);
  const { callbackUrl, entityId, requestId } = memory;
  const expected = { provider, callbackUrl, entityId, requestId, now: asking.clock() };
  const identity = await identify(asking, connection, expected, fields.get('SAMLResponse'));
  refuseStaleAuthentication(memory, identity.authenticatedAt, provider.clockSkewSeconds, identity.claims);
  return identity;
}

/** An answer nobody asked for, from a connection that allows it (SAML Profiles §4.1.5). */
export async function acceptUnsolicitedSaml(
  asking: Asking,
  connection: SsoConnection,
  provider: SamlProvider,
  { callbackUrl, entityId = callbackUrl }: SsoAddresses,
  answer: SsoAnswer,
): Promise<ProviderIdentity> {
  if (!provider.allowsIdpInitiated) {
    throw new SsoRefusal('unsolicited_answer', `${connection.name} does not allow sign-ins started at the provider`);
  }
  const expected = { provider, callbackUrl, entityId, requestId: null, now: asking.clock() };
  return await identify(asking, connection, expected, singleFields(answer).get('SAMLResponse'));
}

async function identify(
  asking: Asking,
  connection: SsoConnection,
  expected: SamlExpectations,
  samlResponse: string | undefined,
): Promise<ProviderIdentity> {
  const { response, assertion } = await openAnswer(asking, expected.provider, decodeAnswer(samlResponse));
  const claims = readClaims(assertion);
  try {
    checkResponse(response, expected);
    const usableUntil = checkAssertion(assertion, expected);
    const session = readAuthentication(assertion, expected);
    const person = mapPerson(claims, { ...expected.provider, usual: USUAL_FIELDS }, lastingNameId(claims));
    // Last, so that only a good assertion is used up.
    await spend(asking, connection, assertion, usableUntil);
    return { connectionId: connection.id, ...person, claims, ...session };
  } catch (error) {
    if (!(error instanceof SsoRefusal)) throw error;
    throw new SsoRefusal(error.code, error.message, { claims, cause: error.cause });
  }
}

async function spend(asking: Asking, connection: SsoConnection, assertion: Element, usableUntil: Date): Promise<void> {
  const id = createHash('sha256')
    .update(attributeOf(assertion, 'ID') ?? '')
    .digest('base64url');
  if (!(await asking.replayGuard.remember(`saml:${connection.id}:${id}`, usableUntil))) {
    throw new SsoRefusal('replayed', 'the assertion was used before');
  }
}

/** As the directories and products of this world call them. A NameID that is an address is one. */
const USUAL_FIELDS = {
  email: [
    'email',
    'mail',
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
    'urn:oid:0.9.2342.19200300.100.1.3',
    'NameID',
  ],
  name: [
    'displayName',
    'name',
    'http://schemas.microsoft.com/identity/claims/displayname',
    'urn:oid:2.16.840.1.113730.3.1.241',
    'cn',
    'urn:oid:2.5.4.3',
  ],
  groups: [
    'groups',
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
    'http://schemas.xmlsoap.org/claims/Group',
    'memberOf',
    'urn:oid:1.3.6.1.4.1.5923.1.5.1.1',
  ],
};
