import type { BearerSessionId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { ACCOUNT_TOKEN_PREFIX, type BearerSession } from '../bearer-sessions/bearer-session.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { currentWorkspace, type JoinedWorkspace } from '../workspaces/workspace.ts';
import { type DeviceGrant, decidePoll } from './device-grant.ts';

interface Input {
  readonly deviceCode: string;
  readonly clientId: string;
}

export interface RedeemedDeviceGrant {
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
  }
}

async function collect(
  { store, secrets, rules }: Platform,
  origin: Origin,
  grant: DeviceGrant,
  accountId: Account['id'],
  now: Date,
): Promise<RedeemedDeviceGrant> {
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
    token,
    session,
    account,
    workspaces,
    defaultWorkspace: currentWorkspace(workspaces, account.currentWorkspaceId),
  };
}
