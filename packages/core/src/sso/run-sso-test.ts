import type { SsoConnectionId, SsoTestId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { type ConfiguredConnection, roleFor } from './configured-connection.ts';
import type { ProviderIdentity } from './connector.ts';
import { weighIdentity } from './identify-account.ts';
import { refusedSettings } from './refused-settings.ts';
import type { SsoRefusal } from './sso-refusal.ts';
import type { SsoTestResult, TestedDecision } from './sso-test.ts';
import { type StartedSso, startSso } from './start-sso.ts';

interface Testing {
  readonly account: Account;
  readonly connectionId: SsoConnectionId;
  readonly browserToken?: string | undefined;
}

/**
 * Starts the test of a connection in an administrator's browser, whether it is enabled or not.
 *
 * @throws DomainError `sso_connection_not_found`, `too_many_requests`, `sso_settings_refused` with the provider's reason.
 */
export async function startTest(
  platform: Platform,
  origin: Origin,
  { account, connectionId, browserToken }: Testing,
): Promise<StartedSso & { readonly testId: SsoTestId }> {
  const { store, clock, secrets } = platform;
  const connection = await store.ssoConnections.find(connectionId);
  if (connection === undefined) throw new DomainError('sso_connection_not_found');
  const testId = secrets.newId<SsoTestId>();
  const asked = { connectionId, purpose: { kind: 'test' as const, testId }, withTicket: true, browserToken };
  const started = await startSso(platform, origin, asked).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'sso_failed' ? refusedSettings(error.cause) : error;
  });
  await store.ssoTests.add({
    id: testId,
    connectionId,
    connectionVersion: connection.version,
    startedBy: account.id,
    startedByName: account.name,
    startedAt: clock(),
    finishedAt: null,
    outcome: 'running',
    result: null,
  });
  return { ...started, testId };
}

interface Finished {
  readonly connection: ConfiguredConnection;
  readonly testId: SsoTestId;
  readonly person?: ProviderIdentity;
  readonly refusal?: SsoRefusal;
}

/** Keeps what came back, and what it would have meant; signs nobody in. */
export async function finishTest(
  platform: Platform,
  origin: Origin,
  { connection, testId, person, refusal }: Finished,
): Promise<void> {
  const { store, clock } = platform;
  await store.transaction(async (stores) => {
    const test = await stores.ssoTests.find(testId);
    if (test === undefined) return;
    const result: SsoTestResult = {
      claims: person?.claims ?? refusal?.claims ?? null,
      mapped: person === undefined ? null : mappedOf(person),
      decision: person === undefined ? null : await decide(platform, stores, connection, person),
      refusal: refusal === undefined ? null : { code: refusal.code, detail: refusal.message },
    };
    // A test of settings that were changed meanwhile says nothing about the present ones.
    const outcome = person === undefined ? 'refused' : 'succeeded';
    const at = clock();
    if (!(await stores.ssoTests.finish({ id: testId, outcome, at, result }))) return;
    const details = { outcome, version: test.connectionVersion };
    const entry = { at, actorId: test.startedBy, actor: 'administrator' as const, subjectId: connection.id, origin };
    await stores.audit.append({ ...entry, action: 'sso.tested', details });
  });
}

async function decide(
  platform: Platform,
  stores: Stores,
  connection: ConfiguredConnection,
  person: ProviderIdentity,
): Promise<TestedDecision> {
  const { decision } = await weighIdentity(platform, stores, { connection, person });
  const account = 'account' in decision ? decision.account : undefined;
  return {
    kind: decision.kind,
    rule: 'rule' in decision ? decision.rule : null,
    account: account === undefined ? null : { id: account.id, name: account.name, email: account.email },
    role: decision.kind === 'creates' ? roleFor(connection.accountCreation, person.groups) : null,
  };
}

function mappedOf({ subject, email, emailVerified, name, groups }: ProviderIdentity): SsoTestResult['mapped'] {
  return { subject, email, emailVerified, name, groups };
}
