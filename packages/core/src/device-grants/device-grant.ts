import type { AccountId, DeviceGrantId, ExternalUserId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';

export type DeviceGrantStatus = 'pending' | 'approved' | 'denied' | 'redeemed';

/** One pending terminal sign-in (RFC 8628). */
export interface DeviceGrant {
  readonly id: DeviceGrantId;
  readonly deviceCodeHash: string;
  readonly userCodeHash: string;
  readonly clientId: string;
  readonly deviceLabel: string;
  readonly requestedIp: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly status: DeviceGrantStatus;
  /** The account that looked at the request last; only it may decide. */
  readonly viewedBy: AccountId | null;
  readonly decidedBy: AccountId | null;
  /** Who approved it without an account, and who vouches for them. */
  readonly externalUserId: ExternalUserId | null;
  readonly externalIssuer: string | null;
  readonly intervalSeconds: number;
  readonly lastPolledAt: Date | null;
}

export const DEVICE_CODE_TTL_SECONDS = 900;
export const POLL_INTERVAL_SECONDS = 5;
/** An approved terminal has at least this long to collect its token. */
const COLLECT_SECONDS = 60;

export type GrantRefusal = 'expired_or_unknown' | 'already_resolved';

/** Why a person may not decide about a grant; `undefined` when they may. An expired code and a foreign one look alike. */
export function refuseDecision(
  grant: DeviceGrant | undefined,
  accountId: AccountId,
  now: Date,
): GrantRefusal | undefined {
  if (grant === undefined || now >= grant.expiresAt) return 'expired_or_unknown';
  if (grant.status !== 'pending') return 'already_resolved';
  if (grant.viewedBy !== null && grant.viewedBy !== accountId) return 'expired_or_unknown';
  return undefined;
}

/** Until when the token can be collected. */
export function collectableUntil(grant: DeviceGrant, approvedAt: Date): Date {
  return new Date(Math.max(grant.expiresAt.getTime(), addSeconds(approvedAt, COLLECT_SECONDS).getTime()));
}

export type PollDecision =
  | { readonly kind: 'expired' }
  | { readonly kind: 'slow_down'; readonly intervalSeconds: number }
  | { readonly kind: 'pending' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'approved'; readonly accountId: AccountId }
  | { readonly kind: 'approved_externally'; readonly externalUserId: ExternalUserId; readonly issuer: string };

/**
 * What a terminal is told. Too early comes first, whatever the state, and adds five seconds for good (RFC 8628 §3.5).
 * A code asked for by one client is unknown to another.
 */
export function decidePoll(grant: DeviceGrant | undefined, clientId: string, now: Date): PollDecision {
  if (grant === undefined || grant.clientId !== clientId || now >= grant.expiresAt) return { kind: 'expired' };
  const tooEarly = grant.lastPolledAt !== null && now < addSeconds(grant.lastPolledAt, grant.intervalSeconds);
  if (tooEarly) return { kind: 'slow_down', intervalSeconds: grant.intervalSeconds + 5 };
  if (grant.status === 'pending') return { kind: 'pending' };
  if (grant.status === 'denied') return { kind: 'denied' };
  if (grant.status === 'approved' && grant.decidedBy !== null) return { kind: 'approved', accountId: grant.decidedBy };
  const { externalUserId, externalIssuer: issuer } = grant;
  if (grant.status === 'approved' && externalUserId !== null && issuer !== null) {
    return { kind: 'approved_externally', externalUserId, issuer };
  }
  return { kind: 'expired' };
}
