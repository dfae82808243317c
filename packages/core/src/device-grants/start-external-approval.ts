import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { type ConfiguredConnection, serves } from '../sso/configured-connection.ts';
import { type StartedSso, startSso } from '../sso/start-sso.ts';

interface Asked {
  /** Trimmed, in upper case. */
  readonly userCode: string;
  readonly browserToken?: string | undefined;
}

/**
 * Sends somebody who has no account to their provider, to approve a terminal.
 *
 * @throws DomainError `not_found` while no connection is for external users, `too_many_requests`, `bad_request` (no code,
 *   or none that waits), `sso_failed`.
 */
export async function startExternalApproval(
  platform: Platform,
  origin: Origin,
  { userCode, browserToken }: Asked,
): Promise<StartedSso> {
  const connection = await externalConnection(platform);
  if (connection === undefined) throw new DomainError('not_found');
  await countAgainstLimit(platform, 'device-sso', networkOf(origin.ip));
  if (userCode === '') throw new DomainError('bad_request', { message: 'user_code required' });
  const grant = await platform.store.deviceGrants.findByUserCode(platform.secrets.digestCode(userCode));
  if (grant?.status !== 'pending' || platform.clock() >= grant.expiresAt) {
    throw new DomainError('bad_request', { message: 'invalid_user_code' });
  }
  const purpose = { kind: 'device_external', grantId: grant.id, userCode } as const;
  return startSso(platform, origin, { connectionId: connection.id, purpose, browserToken });
}

/** The connection that is chosen for external users, while it is on. */
async function externalConnection({ store, rules }: Platform): Promise<ConfiguredConnection | undefined> {
  const { externalConnectionId: id } = rules;
  const chosen = id === null ? undefined : await store.ssoConnections.find(id);
  return chosen !== undefined && serves(chosen, 'webapp_external') ? chosen : undefined;
}
