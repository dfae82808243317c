import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import type { DeviceGrant } from './device-grant.ts';

/**
 * Shows a pending grant to the person who will decide. From then on it is theirs to decide, until another account
 * looks at it: nobody else's click on the same code counts.
 *
 * @throws DomainError `expired_or_unknown`, `already_resolved`, `too_many_requests`.
 */
export async function viewDeviceGrant(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  userCode: string,
): Promise<DeviceGrant> {
  const { store, clock, secrets } = platform;
  await countAgainstLimit(platform, 'device-lookup', networkOf(origin.ip));
  const grant = await store.deviceGrants.findByUserCode(secrets.digestCode(userCode));
  if (grant === undefined || clock() >= grant.expiresAt) throw new DomainError('expired_or_unknown');
  if (grant.status !== 'pending') throw new DomainError('already_resolved');
  await store.deviceGrants.noteView(grant.id, account.id);
  return grant;
}
