import type { AccountId, DeviceGrantId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import { collectableUntil, type DeviceGrant, decidePoll, refuseDecision } from './device-grant.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const ANN = '01890000-0000-7000-8000-000000000001' as AccountId;
const BOB = '01890000-0000-7000-8000-000000000002' as AccountId;

const PENDING: DeviceGrant = {
  id: '01890000-0000-7000-8000-000000000003' as DeviceGrantId,
  deviceCodeHash: 'd',
  userCodeHash: 'u',
  clientId: 'difyctl',
  deviceLabel: 'difyctl on vm',
  requestedIp: '127.0.0.1',
  requestedAt: at(-10),
  expiresAt: at(890),
  status: 'pending',
  viewedBy: null,
  decidedBy: null,
  externalUserId: null,
  externalIssuer: null,
  intervalSeconds: 5,
  lastPolledAt: null,
};

describe('a poll', () => {
  test('is never too early the first time', () => {
    expect(decidePoll(PENDING, 'difyctl', NOW)).toEqual({ kind: 'pending' });
  });

  test('that comes before the interval is over adds five seconds, whatever the state (RFC 8628 §3.5)', () => {
    for (const status of ['pending', 'approved', 'denied'] as const) {
      const polled = { ...PENDING, status, decidedBy: ANN, lastPolledAt: at(-4.999) };
      expect(decidePoll(polled, 'difyctl', NOW)).toEqual({ kind: 'slow_down', intervalSeconds: 10 });
    }
  });

  test('keeps the longer interval for good', () => {
    const slowed = { ...PENDING, intervalSeconds: 10, lastPolledAt: at(-9) };
    expect(decidePoll(slowed, 'difyctl', NOW)).toEqual({ kind: 'slow_down', intervalSeconds: 15 });
    expect(decidePoll({ ...slowed, lastPolledAt: at(-10) }, 'difyctl', NOW)).toEqual({ kind: 'pending' });
  });

  test('of another client finds nothing', () => {
    expect(decidePoll(PENDING, 'other', NOW)).toEqual({ kind: 'expired' });
  });

  test('is refused at the very instant of expiry', () => {
    expect(decidePoll({ ...PENDING, expiresAt: NOW }, 'difyctl', NOW)).toEqual({ kind: 'expired' });
  });

  test('hands over once: a redeemed code is gone', () => {
    const approved: DeviceGrant = { ...PENDING, status: 'approved', decidedBy: ANN };
    expect(decidePoll(approved, 'difyctl', NOW)).toEqual({ kind: 'approved', accountId: ANN });
    expect(decidePoll({ ...approved, status: 'redeemed' }, 'difyctl', NOW)).toEqual({ kind: 'expired' });
  });
});

describe('a decision', () => {
  test('is open to whoever holds a code that nobody looked at', () => {
    expect(refuseDecision(PENDING, ANN, NOW)).toBeUndefined();
  });

  test('belongs to the account that looked at the code last; to others the code is unknown', () => {
    expect(refuseDecision({ ...PENDING, viewedBy: ANN }, ANN, NOW)).toBeUndefined();
    expect(refuseDecision({ ...PENDING, viewedBy: ANN }, BOB, NOW)).toBe('expired_or_unknown');
  });

  test('is refused for an unknown, expired or decided code', () => {
    expect(refuseDecision(undefined, ANN, NOW)).toBe('expired_or_unknown');
    expect(refuseDecision({ ...PENDING, expiresAt: NOW }, ANN, NOW)).toBe('expired_or_unknown');
    expect(refuseDecision({ ...PENDING, status: 'denied' }, ANN, NOW)).toBe('already_resolved');
  });

  test('leaves the terminal at least a minute to collect', () => {
    expect(collectableUntil({ ...PENDING, expiresAt: at(10) }, NOW)).toEqual(at(60));
    expect(collectableUntil(PENDING, NOW)).toEqual(PENDING.expiresAt);
  });
});
