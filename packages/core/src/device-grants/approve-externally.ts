import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import type { ExternalUser } from '../webapps/external-user.ts';
import {
  DEVICE_APPROVAL_BYTES,
  DEVICE_APPROVAL_TTL_SECONDS,
  DEVICE_ASSERTION_TTL_SECONDS,
  type DeviceApproval,
} from './device-approval.ts';
import { collectableUntil, type DeviceGrant } from './device-grant.ts';

type Facts = Pick<DeviceApproval, 'grantId' | 'userCode' | 'issuer'>;

/** Keeps whom a provider vouched for until the browser is back; returns what it comes back with, once. */
export async function assertExternalUser(
  { store, clock, secrets }: Platform,
  { user, browserToken, ...facts }: Facts & { readonly user: ExternalUser; readonly browserToken: string },
): Promise<string> {
  const token = secrets.newToken(DEVICE_APPROVAL_BYTES);
  const createdAt = clock();
  await store.deviceApprovals.add({
    ...facts,
    tokenHash: secrets.digest(token),
    kind: 'assertion',
    browserHash: secrets.digest(browserToken),
    externalUserId: user.id,
    createdAt,
    expiresAt: addSeconds(createdAt, DEVICE_ASSERTION_TTL_SECONDS),
  });
  return token;
}

/**
 * Exchanges an assertion for what the browser approves with. An address that an account has is refused: its owner signs
 * in with the account, and nobody is taken for them.
 *
 * @throws DomainError `bad_request` (`invalid_sso_assertion`), `user_code_not_pending`, `email_belongs_to_dify_account`;
 *   of two at once exactly one succeeds.
 */
export async function exchangeAssertion(
  platform: Platform,
  origin: Origin,
  { assertion, browserTokens }: { readonly assertion: string; readonly browserTokens: readonly string[] },
): Promise<string> {
  const { store, clock, secrets } = platform;
  const hash = secrets.digest(assertion);
  const found = await store.deviceApprovals.find('assertion', hash, clock());
  const isTheirs = browserTokens.some((token) => secrets.digest(token) === found?.browserHash);
  if (found === undefined || !isTheirs || !(await store.deviceApprovals.take('assertion', hash))) {
    throw new DomainError('bad_request', { message: 'invalid_sso_assertion' });
  }
  const { user } = await requirePending(platform, store, found);
  await requireNoAccount(platform, store, origin, found, user);
  const token = secrets.newToken(DEVICE_APPROVAL_BYTES);
  const createdAt = clock();
  const expiresAt = addSeconds(createdAt, DEVICE_APPROVAL_TTL_SECONDS);
  const tokenHash = secrets.digest(token);
  await store.deviceApprovals.add({ ...found, tokenHash, kind: 'grant', browserHash: null, createdAt, expiresAt });
  return token;
}

export interface ViewedApproval {
  readonly approval: DeviceApproval;
  readonly user: ExternalUser;
  readonly grant: DeviceGrant;
  /** Goes with the approval in a header, which only a page of ours can send. */
  readonly csrfToken: string;
}

/** What an external user is about to approve. @throws DomainError `no_session`, `user_code_not_pending`. */
export async function viewApproval(platform: Platform, tokens: readonly string[]): Promise<ViewedApproval> {
  const held = await heldApproval(platform, tokens);
  if (held === undefined) throw new DomainError('no_session');
  const { token, approval } = held;
  return {
    approval,
    ...(await requirePending(platform, platform.store, approval)),
    csrfToken: csrfOf(platform, token),
  };
}

interface Approving {
  readonly tokens: readonly string[];
  readonly csrfToken: string;
  readonly userCode: string;
}

/**
 * Approves a terminal as an external user; no token exists until the terminal collects it.
 *
 * @throws DomainError in this order: `unauthorized` (`invalid_session`), `too_many_requests`, `forbidden`
 *   (`csrf_mismatch`), `bad_request` (`user_code_mismatch`), `user_code_not_pending`, `email_belongs_to_dify_account`,
 *   `unauthorized` (`session_already_consumed`), `already_resolved`.
 */
export async function approveExternally(
  platform: Platform,
  origin: Origin,
  { tokens, csrfToken, userCode }: Approving,
): Promise<void> {
  const { store, clock, secrets } = platform;
  const held = await heldApproval(platform, tokens);
  if (held === undefined) throw new DomainError('unauthorized', { message: 'invalid_session' });
  const { token, approval } = held;
  await countAgainstLimit(platform, 'device-external', approval.externalUserId);
  // Digests compare in constant time for whoever does not know the token.
  if (secrets.digest(csrfToken) !== secrets.digest(csrfOf(platform, token))) {
    throw new DomainError('forbidden', { message: 'csrf_mismatch' });
  }
  if (approval.userCode !== userCode) throw new DomainError('bad_request', { message: 'user_code_mismatch' });
  const { user, grant } = await requirePending(platform, store, approval);
  await requireNoAccount(platform, store, origin, approval, user);
  const now = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.deviceApprovals.take('grant', approval.tokenHash))) {
      throw new DomainError('unauthorized', { message: 'session_already_consumed' });
    }
    const decision = { externalUserId: user.id, issuer: approval.issuer, expiresAt: collectableUntil(grant, now) };
    if (!(await stores.deviceGrants.approveExternally(grant.id, decision))) throw new DomainError('already_resolved');
    const details = {
      client_id: grant.clientId,
      device_label: grant.deviceLabel,
      subject_type: 'external_sso',
      subject_email: user.email,
      subject_issuer: approval.issuer,
    };
    const entry = { at: now, actorId: null, subjectId: user.id, origin, details };
    await stores.audit.append({ ...entry, action: 'oauth.device_flow_approved' });
  });
}

/** The newest that works, where a browser carries several. */
async function heldApproval({ store, clock, secrets }: Platform, tokens: readonly string[]) {
  for (const token of [...tokens].reverse()) {
    const approval = await store.deviceApprovals.find('grant', secrets.digest(token), clock());
    if (approval !== undefined) return { token, approval };
  }
  return undefined;
}

/** @throws DomainError `user_code_not_pending`. */
async function requirePending(
  { clock }: Pick<Platform, 'clock'>,
  stores: Pick<Stores, 'deviceGrants' | 'externalUsers'>,
  { grantId, externalUserId }: DeviceApproval,
): Promise<{ readonly grant: DeviceGrant; readonly user: ExternalUser }> {
  const grant = await stores.deviceGrants.find(grantId);
  const user = await stores.externalUsers.find(externalUserId);
  const isPending = grant?.status === 'pending' && clock() < grant.expiresAt;
  if (grant === undefined || !isPending || user === undefined || user.refusedAt !== null) {
    throw new DomainError('user_code_not_pending');
  }
  return { grant, user };
}

/** @throws DomainError `email_belongs_to_dify_account`. */
async function requireNoAccount(
  { clock }: Pick<Platform, 'clock'>,
  stores: Pick<Stores, 'accounts' | 'audit'>,
  origin: Origin,
  { issuer }: DeviceApproval,
  user: ExternalUser,
): Promise<void> {
  const account = user.email === null ? undefined : await stores.accounts.findByEmail(user.email.toLowerCase());
  if (account === undefined || account.status === 'closed') return;
  const details = { reason: 'email_belongs_to_dify_account', subject_email: user.email, subject_issuer: issuer };
  const entry = { at: clock(), actorId: null, subjectId: user.id, origin, details };
  await stores.audit.append({ ...entry, action: 'oauth.device_flow_rejected' });
  throw new DomainError('email_belongs_to_dify_account');
}

/** Known to whoever may read the answer of our server to the browser that holds the token. */
function csrfOf({ secrets }: Pick<Platform, 'secrets'>, token: string): string {
  return secrets.digest(`csrf of ${token}`);
}
