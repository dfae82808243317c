import type { SsoConnectionId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refuseMethod } from '../policies/sign-in-policy.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { type ConfiguredConnection, serves } from './configured-connection.ts';
import { SSO_TRANSACTION_TTL_SECONDS, type SsoRedirect } from './connector.ts';
import { addressesOf } from './sso-addresses.ts';
import { ssoFailure } from './sso-failure.ts';
import { BROWSER_TOKEN_BYTES, type SsoPurpose, useOf } from './sso-transaction.ts';

interface Asked {
  readonly connectionId: SsoConnectionId;
  readonly purpose: SsoPurpose;
  /** The address that was typed, as a hint to the provider. */
  readonly loginHint?: string | undefined;
  /** What the browser has from an earlier start: it keeps one for all of them, so that two tabs do not part. */
  readonly browserToken?: string | undefined;
  /** The browser fetches where it goes later, with a ticket. */
  readonly withTicket?: boolean;
}

export interface StartedSso {
  /** Where the browser goes. */
  readonly redirect: SsoRedirect;
  /** Told once; goes into a cookie. Whoever brings the answer must have it. */
  readonly browserToken: string;
  /** What the answer will be found by. */
  readonly state: string;
  readonly ticket: string | undefined;
}

/**
 * Starts a round trip to an identity provider for one browser.
 *
 * @throws DomainError `too_many_requests`, `sso_connection_not_found`, `no_sso_connection` (it is off, or not for this),
 *   `forbidden` (single sign-on is off), `sso_failed` (the provider cannot be asked).
 */
export async function startSso(platform: Platform, origin: Origin, asked: Asked): Promise<StartedSso> {
  const { store, clock, secrets, sso } = platform;
  const { connectionId, purpose, loginHint } = asked;
  await countAgainstLimit(platform, 'sso-start', networkOf(origin.ip));
  const connection = await store.ssoConnections.find(connectionId);
  if (connection === undefined) throw new DomainError('sso_connection_not_found');
  try {
    await requireOpen(platform, connection, purpose);
    const connector = await sso.connector();
    const request = { ...addressesOf(platform.rules, connection), ...(loginHint && { loginHint }) };
    const { redirect, memory } = await connector.begin(connection, request);
    const browserToken = asked.browserToken ?? secrets.newToken(BROWSER_TOKEN_BYTES);
    const ticket = asked.withTicket === true ? secrets.newToken(BROWSER_TOKEN_BYTES) : undefined;
    const createdAt = clock();
    await store.ssoTransactions.add({
      stateHash: secrets.digest(memory.state),
      browserHash: secrets.digest(browserToken),
      ticketHash: ticket === undefined ? null : secrets.digest(ticket),
      connectionId,
      purpose,
      memory,
      redirect,
      createdAt,
      expiresAt: addSeconds(createdAt, SSO_TRANSACTION_TTL_SECONDS),
    });
    return { redirect, browserToken, state: memory.state, ticket };
  } catch (error) {
    const { refusal, details } = ssoFailure(connection, error);
    return noteRefusal(platform, { origin, method: 'sso', email: '', accountId: null, details }, refusal);
  }
}

/**
 * Where a browser goes that fetches it with a ticket, once.
 *
 * @throws DomainError `sso_failed`.
 */
export async function redeemSsoTicket(
  { store, clock, secrets }: Platform,
  { ticket, browserTokens }: { readonly ticket: string; readonly browserTokens: readonly string[] },
): Promise<SsoRedirect> {
  const hash = secrets.digest(ticket);
  const transaction = await store.ssoTransactions.findByTicket(hash, clock());
  const isTheirs = browserTokens.some((token) => secrets.digest(token) === transaction?.browserHash);
  if (transaction === undefined || !isTheirs) throw new DomainError('sso_failed');
  if (!(await store.ssoTransactions.takeTicket(hash, transaction.browserHash))) throw new DomainError('sso_failed');
  return transaction.redirect;
}

/** @throws DomainError when nobody may be sent there for this now. */
export async function requireOpen(
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
  connection: ConfiguredConnection,
  purpose: SsoPurpose,
): Promise<void> {
  const use = useOf(purpose);
  if (use === undefined) return;
  if (!serves(connection, use)) throw new DomainError('no_sso_connection', { rule: 'sso_connection_off' });
  if (purpose.kind !== 'workspace' && purpose.kind !== 'webapp_members') return;
  const rule = refuseMethod(await currentPolicy(store, clock), 'sso');
  if (rule !== undefined) throw new DomainError('forbidden', { rule });
}
