import type { DeviceGrantId, ExternalUserId } from '@latchkey/contract/vocabulary';

/**
 * An external user's way to approve a terminal: an `assertion` leads back from the provider once, and becomes a `grant`
 * that the browser keeps for the approval.
 */
export interface DeviceApproval {
  readonly tokenHash: string;
  readonly kind: 'assertion' | 'grant';
  /** Of what the browser that was at the provider keeps; of an assertion only. */
  readonly browserHash: string | null;
  readonly grantId: DeviceGrantId;
  readonly userCode: string;
  readonly externalUserId: ExternalUserId;
  /** Who vouches for them. */
  readonly issuer: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const DEVICE_ASSERTION_TTL_SECONDS = 600;
export const DEVICE_APPROVAL_TTL_SECONDS = 300;
export const DEVICE_APPROVAL_BYTES = 32;
