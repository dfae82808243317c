import type { DeviceApproval } from './device-approval.ts';

/** Every lookup names the kind. */
export interface DeviceApprovalStore {
  add(approval: DeviceApproval): Promise<void>;
  find(kind: DeviceApproval['kind'], tokenHash: string, now: Date): Promise<DeviceApproval | undefined>;
  /** Of any number of concurrent calls exactly one returns true. */
  take(kind: DeviceApproval['kind'], tokenHash: string): Promise<boolean>;
}
