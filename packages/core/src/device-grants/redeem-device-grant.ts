import type { BearerSessionId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { ACCOUNT_TOKEN_PREFIX, type BearerSession } from '../bearer-sessions/bearer-session.ts';
import { EXTERNAL_TOKEN_PREFIX, type ExternalSession } from '../bearer-sessions/external-session.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { ExternalUser } from '../webapps/external-user.ts';
import { currentWorkspace, type JoinedWorkspace } from '../workspaces/workspace.ts';
import { type DeviceGrant, decidePoll, type PollDecision } from './device-grant.ts';

interface Input {
  readonly deviceCode: string;
  readonly clientId: string;
}

/** What a terminal collects. */
export type RedeemedDeviceGrant = AccountTerminal | ExternalTerminal;

interface ExternalTerminal {
  readonly kind: 'external';
  readonly token: string;
  readonly session: ExternalSession;
  readonly user: ExternalUser;
}

interface AccountTerminal {
  readonly kind: 'account';
  /** Told this once; only its digest is kept. */
  readonly token: string;
  readonly session: BearerSession;
  readonly account: Account;
  readonly workspaces: readonly JoinedWorkspace[];
  readonly defaultWorkspace: JoinedWorkspace | undefined;
}

const TOKEN_BYTES = 32;

/**
 * Answers a terminal's poll, and hands its token over exactly once. The account is read again here: one banned after
 * it approved gets nothing.
 *
 * @throws DomainError `slow_down`, `expired_token`, `authorization_pending`, `access_denied` (RFC 8628 §3.5).
 */
export async function redeemDeviceGrant(
  platform: Platform,
  origin: Origin,
  input: Input,
): Promise<RedeemedDeviceGrant> {
  const { store, clock, secrets } = platform;
  const grant = await store.deviceGrants.findByDeviceCode(secrets.digest(input.deviceCode));
  const now = clock();
  const decision = decidePoll(grant, input.clientId, now);
  if (grant === undefined || decision.kind === 'expired') throw new DomainError('expired_token');
  switch (decision.kind) {
    case 'slow_down':
      await store.deviceGrants.notePoll(grant.id, now, decision.intervalSeconds);
      throw new DomainError('slow_down');
    case 'pending':
      await store.deviceGrants.notePoll(grant.id, now, grant.intervalSeconds);
      throw new DomainError('authorization_pending');
    case 'denied':
      await store.deviceGrants.notePoll(grant.id, now, grant.intervalSeconds);
      throw new DomainError('access_denied');
    case 'approved':
      return collect(platform, origin, grant, decision.accountId, now);
    case 'approved_externally':
      return collectExternally(platform, origin, grant, decision, now);
  }
}

async function collect(
  { store, secrets, rules }: Platform,
  origin: Origin,
  grant: DeviceGrant,
  accountId: Account['id'],
  now: Date,
): Promise<AccountTerminal> {
  const token = ACCOUNT_TOKEN_PREFIX + secrets.newToken(TOKEN_BYTES);
  const session: BearerSession = {
    id: secrets.newId<BearerSessionId>(),
    accountId,
    clientId: grant.clientId,
    deviceLabel: grant.deviceLabel,
    prefix: ACCOUNT_TOKEN_PREFIX,
    tokenHash: secrets.digest(token),
    ip: origin.ip,
    createdAt: now,
    lastUsedAt: null,
    expiresAt: addSeconds(now, rules.bearerTtlDays * 86_400),
    revokedAt: null,
  };
  const redeemed = await store.transaction(async (stores) => {
    if (!(await stores.deviceGrants.markRedeemed(grant.id))) return 'expired_token';
    const account = await stores.accounts.find(accountId);
    const facts = { token_id: session.id, client_id: grant.clientId, device_label: grant.deviceLabel };
    if (account?.status !== 'active') {
      await stores.audit.append({
        at: now,
        action: 'oauth.device_flow_rejected',
        actorId: accountId,
        origin,
        details: facts,
      });
      return 'access_denied';
    }
    await stores.bearerSessions.replace(session);
    await stores.audit.append({ at: now, action: 'oauth.session_created', actorId: accountId, origin, details: facts });
    if (networkOf(origin.ip) !== networkOf(grant.requestedIp)) {
      const details = { token_id: session.id, creation_ip: grant.requestedIp, poll_ip: origin.ip };
      await stores.audit.append({
        at: now,
        action: 'oauth.device_code_cross_ip_poll',
        actorId: accountId,
        origin,
        details,
      });
    }
    const workspaces = (await stores.workspaces.listOf(accountId)).filter(({ status }) => status === 'normal');
    return { account, workspaces };
  });
  if (typeof redeemed === 'string') throw new DomainError(redeemed);
  const { account, workspaces } = redeemed;
  return {
    kind: 'account',
    token,
    session,
    account,
    workspaces,
    defaultWorkspace: currentWorkspace(workspaces, account.currentWorkspaceId),
  };
}

/** The person is read again here: one refused after they approved gets nothing. */
async function collectExternally(
  { store, secrets, rules }: Platform,
  origin: Origin,
  grant: DeviceGrant,
  { externalUserId, issuer }: Extract<PollDecision, { kind: 'approved_externally' }>,
  now: Date,
): Promise<ExternalTerminal> {
  const token = EXTERNAL_TOKEN_PREFIX + secrets.newToken(TOKEN_BYTES);
  const session: ExternalSession = {
    id: secrets.newId<BearerSessionId>(),
    externalUserId,
    issuer,
    clientId: grant.clientId,
    deviceLabel: grant.deviceLabel,
    prefix: EXTERNAL_TOKEN_PREFIX,
    tokenHash: secrets.digest(token),
    ip: origin.ip,
    createdAt: now,
    lastUsedAt: null,
    expiresAt: addSeconds(now, rules.bearerTtlDays * 86_400),
    revokedAt: null,
  };
  const user = await store.transaction(async (stores) => {
    if (!(await stores.deviceGrants.markRedeemed(grant.id))) return 'expired_token';
    const found = await stores.externalUsers.find(externalUserId);
    if (found === undefined || found.refusedAt !== null || found.connectionId !== rules.externalConnectionId) {
      return 'access_denied';
    }
    await stores.externalSessions.replace(session);
    const facts = { token_id: session.id, client_id: grant.clientId, device_label: grant.deviceLabel };
    const details = { ...facts, subject_type: 'external_sso', subject_email: found.email, subject_issuer: issuer };
    const entry = { at: now, actorId: null, subjectId: found.id, origin, details };
    await stores.audit.append({ ...entry, action: 'oauth.session_created' });
    return found;
  });
  if (typeof user === 'string') throw new DomainError(user);
  return { kind: 'external', token, session, user };
}
