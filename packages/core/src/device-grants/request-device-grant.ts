import type { DeviceGrantId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { DEVICE_CODE_TTL_SECONDS, POLL_INTERVAL_SECONDS } from './device-grant.ts';

interface Input {
  readonly clientId: string;
  readonly deviceLabel: string;
}

export interface RequestedDeviceGrant {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly expiresInSeconds: number;
  readonly intervalSeconds: number;
}

/** With 6.6e11 user codes a second clash in a row means that something else is wrong. */
const TRIES = 5;

/**
 * Starts a terminal's sign-in (RFC 8628 §3.1).
 *
 * @throws DomainError `unsupported_client`, `too_many_requests`.
 */
export async function requestDeviceGrant(
  platform: Platform,
  origin: Origin,
  input: Input,
): Promise<RequestedDeviceGrant> {
  const { store, clock, secrets, rules } = platform;
  if (!rules.deviceClientIds.includes(input.clientId)) throw new DomainError('unsupported_client');
  await countAgainstLimit(platform, 'device-code', networkOf(origin.ip));
  const now = clock();
  const deviceCode = `dc_${secrets.newToken(24)}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const userCode = secrets.newUserCode();
    const added = await store.deviceGrants.add({
      id: secrets.newId<DeviceGrantId>(),
      deviceCodeHash: secrets.digest(deviceCode),
      userCodeHash: secrets.digestCode(userCode),
      clientId: input.clientId,
      deviceLabel: input.deviceLabel,
      requestedIp: origin.ip,
      requestedAt: now,
      expiresAt: addSeconds(now, DEVICE_CODE_TTL_SECONDS),
      status: 'pending',
      viewedBy: null,
      decidedBy: null,
      externalUserId: null,
      externalIssuer: null,
      intervalSeconds: POLL_INTERVAL_SECONDS,
      lastPolledAt: null,
    });
    if (added) {
      return {
        deviceCode,
        userCode,
        expiresInSeconds: DEVICE_CODE_TTL_SECONDS,
        intervalSeconds: POLL_INTERVAL_SECONDS,
      };
    }
  }
  throw new Error('no free user code was found');
}
