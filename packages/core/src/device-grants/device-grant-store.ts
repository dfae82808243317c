import type { AccountId, DeviceGrantId, ExternalUserId } from '@latchkey/contract/vocabulary';
import type { DeviceGrant } from './device-grant.ts';

export interface DeviceGrantStore {
  /** False when a grant with that user code exists. */
  add(grant: DeviceGrant): Promise<boolean>;
  findByDeviceCode(deviceCodeHash: string): Promise<DeviceGrant | undefined>;
  findByUserCode(userCodeHash: string): Promise<DeviceGrant | undefined>;
  find(id: DeviceGrantId): Promise<DeviceGrant | undefined>;
  /** Binds the decision about a pending grant to the account that looks at it. */
  noteView(id: DeviceGrantId, accountId: AccountId): Promise<void>;
  /** Of any concurrent decisions (approvals, denials) about one pending grant exactly one returns true. */
  decide(id: DeviceGrantId, decision: GrantDecision): Promise<boolean>;
  /** The same by somebody without an account: of all decisions together exactly one returns true. */
  approveExternally(id: DeviceGrantId, decision: ExternalDecision): Promise<boolean>;
  notePoll(id: DeviceGrantId, at: Date, intervalSeconds: number): Promise<void>;
  /** Of two concurrent redemptions of one approved grant exactly one returns true. */
  markRedeemed(id: DeviceGrantId): Promise<boolean>;
}

export interface GrantDecision {
  readonly status: 'approved' | 'denied';
  readonly accountId: AccountId;
  readonly expiresAt: Date;
}

interface ExternalDecision {
  readonly externalUserId: ExternalUserId;
  readonly issuer: string;
  readonly expiresAt: Date;
}
