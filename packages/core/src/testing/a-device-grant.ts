import type { DeviceGrant } from '../device-grants/device-grant.ts';
import { anId } from './an-id.ts';
import { afterNoon, NOON } from './instant.ts';

/** Asked for at noon, pending. */
export function aDeviceGrant(differences: Partial<DeviceGrant> = {}): DeviceGrant {
  return {
    id: anId(1),
    deviceCodeHash: 'device-code-1',
    userCodeHash: 'user-code-1',
    clientId: 'difyctl',
    deviceLabel: 'laptop',
    requestedIp: '192.0.2.1',
    requestedAt: NOON,
    expiresAt: afterNoon(900),
    status: 'pending',
    viewedBy: null,
    decidedBy: null,
    externalUserId: null,
    externalIssuer: null,
    intervalSeconds: 5,
    lastPolledAt: null,
    ...differences,
  };
}
