import type { Language, SsoConnectionId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { type Arrived, arriveByPurpose, type SsoArrival } from './arrive-by-purpose.ts';
import type { ConfiguredConnection } from './configured-connection.ts';
import type { ProviderIdentity, SsoAnswer } from './connector.ts';
import { finishTest } from './run-sso-test.ts';
import { addressesOf } from './sso-addresses.ts';
import { ssoFailure } from './sso-failure.ts';
import { SsoRefusal } from './sso-refusal.ts';
import type { SsoPurpose, SsoTransaction } from './sso-transaction.ts';
import { requireOpen } from './start-sso.ts';

interface Callback {
  readonly connectionId: SsoConnectionId;
  readonly answer: SsoAnswer;
  /** What the browser's cookies hold. */
  readonly browserTokens: readonly string[];
  /** What the browser speaks; an account that begins gets it. */
  readonly language: Language;
  /** The address it came to, where that is another than the one that was asked for. */
  readonly callbackUrl?: string;
}

/** How a round trip ended, and where the person wants to be. */
export type SsoOutcome =
  | Arrived
  | {
      readonly kind: 'tested';
      readonly connectionId: SsoConnectionId;
      readonly purpose: Extract<SsoPurpose, { kind: 'test' }>;
    }
  | {
      readonly kind: 'refused';
      /** What the person is told. */
      readonly refusal: DomainError;
      /** `undefined` when the answer belongs to no question of this browser. */
      readonly purpose: SsoPurpose | undefined;
    };

/**
 * The answer of a provider: found by its state, used up by one conditional write, for the browser that asked and for no
 * other. Every way on ends where every way in ends, and every refusal is kept with its reference.
 *
 * @throws DomainError `sso_connection_not_found`.
 */
export async function finishSso(platform: Platform, origin: Origin, callback: Callback): Promise<SsoOutcome> {
  const { store, secrets, clock } = platform;
  const connection = await store.ssoConnections.find(callback.connectionId);
  if (connection === undefined) throw new DomainError('sso_connection_not_found');
  const state = stateOf(callback.answer);
  const transaction =
    state === undefined ? undefined : await store.ssoTransactions.find(secrets.digest(state), clock());
  const said: { person?: ProviderIdentity } = {};
  let purpose: SsoPurpose | undefined;
  try {
    if (transaction === undefined) return await acceptUnsolicited();
    await take(transaction);
    purpose = transaction.purpose;
    await requireOpen(platform, connection, purpose);
    const person = await ask(transaction);
    said.person = person;
    if (purpose.kind === 'test') {
      await finishTest(platform, origin, { connection, testId: purpose.testId, person });
      return { kind: 'tested', connectionId: connection.id, purpose };
    }
    return await arriveByPurpose(platform, origin, { connection, person, purpose, language: callback.language });
  } catch (error) {
    if (purpose?.kind === 'test' && error instanceof SsoRefusal) {
      await finishTest(platform, origin, { connection, testId: purpose.testId, refusal: error });
      return { kind: 'tested', connectionId: connection.id, purpose };
    }
    const refusal = await kept(connection, error);
    return { kind: 'refused', refusal, purpose };
  }

  async function ask({ memory }: SsoTransaction): Promise<ProviderIdentity> {
    const connector = await platform.sso.connector();
    const arrivedAt = callback.callbackUrl;
    // A SAML provider sends its answer where it was set up to: to one of our addresses, which the answer must name.
    const at = memory.protocol === 'saml' && arrivedAt !== undefined ? { ...memory, callbackUrl: arrivedAt } : memory;
    return connector.finish(connectionOf(), at, callback.answer);
  }

  /** A sign-in that began at the provider: it signs in whoever is linked, and links nobody. */
  async function acceptUnsolicited(): Promise<SsoOutcome> {
    const current = connectionOf();
    const { provider } = current;
    const mayBegin = provider.protocol === 'saml' && provider.allowsIdpInitiated && 'SAMLResponse' in callback.answer;
    if (!mayBegin) throw new SsoRefusal('state_mismatch', 'no question of this browser has the state of the answer');
    await countAgainstLimit(platform, 'sso-start', networkOf(origin.ip));
    purpose = { kind: 'workspace', returnTo: '/', invitedEmail: null };
    await requireOpen(platform, current, purpose);
    const addresses = addressesOf(platform.rules, current);
    const at = callback.callbackUrl === undefined ? addresses : { ...addresses, callbackUrl: callback.callbackUrl };
    const person = await (await platform.sso.connector()).acceptUnsolicited(current, at, callback.answer);
    said.person = person;
    const { language } = callback;
    const arrival: SsoArrival = { connection: current, person, purpose, language, isUnsolicited: true };
    return arriveByPurpose(platform, origin, arrival);
  }

  function connectionOf(): ConfiguredConnection {
    if (connection === undefined) throw new DomainError('sso_connection_not_found');
    return connection;
  }

  async function take({ stateHash, browserHash, connectionId }: SsoTransaction): Promise<void> {
    const isTheirs = callback.browserTokens.some((token) => secrets.digest(token) === browserHash);
    if (connectionId !== callback.connectionId) {
      throw new SsoRefusal('state_mismatch', 'the sign-in was started at another connection');
    }
    if (!isTheirs) throw new SsoRefusal('state_mismatch', 'the sign-in was started in another browser');
    if (!(await store.ssoTransactions.take(stateHash, browserHash))) {
      throw new SsoRefusal('replayed', 'the same answer came twice at once');
    }
  }

  /** Keeps what was refused with what the provider said. */
  async function kept(at: ConfiguredConnection, error: unknown): Promise<DomainError> {
    const { refusal, details } = ssoFailure(at, error, said.person?.claims);
    const attempt = { origin, method: 'sso' as const, email: said.person?.email ?? '', accountId: null, details };
    try {
      return await noteRefusal(platform, attempt, refusal);
    } catch (thrown) {
      if (thrown instanceof DomainError) return thrown;
      throw thrown;
    }
  }
}

function stateOf(answer: SsoAnswer): string | undefined {
  const state = answer.state ?? answer.RelayState;
  return typeof state === 'string' && state !== '' ? state : undefined;
}
