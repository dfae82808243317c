import { secondsUntil } from '../kernel/clock.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';

export interface DeviceGrantLookup {
  readonly valid: boolean;
  readonly expiresInSeconds: number;
  readonly clientId: string | null;
}

/**
 * Whether a user code can still be decided about.
 *
 * @throws DomainError `too_many_requests`.
 */
export async function lookUpDeviceGrant(
  platform: Platform,
  origin: Origin,
  userCode: string,
): Promise<DeviceGrantLookup> {
  const { store, clock, secrets } = platform;
  await countAgainstLimit(platform, 'device-lookup', networkOf(origin.ip));
  const grant = await store.deviceGrants.findByUserCode(secrets.digestCode(userCode));
  const now = clock();
  if (grant === undefined || now >= grant.expiresAt) return { valid: false, expiresInSeconds: 0, clientId: null };
  if (grant.status !== 'pending') return { valid: false, expiresInSeconds: 0, clientId: grant.clientId };
  return { valid: true, expiresInSeconds: secondsUntil(now, grant.expiresAt), clientId: grant.clientId };
}
