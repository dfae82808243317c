import { describe, expect, test } from 'vitest';
import type { Store } from '../kernel/store.ts';
import { aBearerSession } from './a-bearer-session.ts';
import { aConsoleSession } from './a-console-session.ts';
import { aDeviceGrant } from './a-device-grant.ts';
import { aRefreshToken } from './a-refresh-token.ts';
import { aSignInAttempt } from './a-sign-in-attempt.ts';
import { anAccount } from './an-account.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function sweepSuite(open: OpenTestStore): void {
  describe('sweeping', () => {
    test('forgets a device grant a day after it expired', async () => {
      const store = await openWithAccounts(open);
      await store.deviceGrants.add(aDeviceGrant({ expiresAt: NOON }));

      await store.sweep(afterNoon(DAY));
      expect(await store.deviceGrants.findByDeviceCode('device-code-1')).toBeDefined();

      await store.sweep(afterNoon(DAY + 1));
      expect(await store.deviceGrants.findByDeviceCode('device-code-1')).toBeUndefined();
    });

    test('forgets a refresh token a day after it expired, but not its session', async () => {
      const store = await openWithAccounts(open);
      await store.consoleSessions.add(aConsoleSession(), aRefreshToken({ expiresAt: NOON }));

      await store.sweep(afterNoon(DAY));
      expect(await store.consoleSessions.findRefreshToken('refresh-token-1')).toBeDefined();

      await store.sweep(afterNoon(DAY + 1));
      expect(await store.consoleSessions.findRefreshToken('refresh-token-1')).toBeUndefined();
      expect(await store.consoleSessions.findAdmitted(anId(1))).toBeDefined();
    });

    test('forgets a console session thirty days after it ended, in either way', async () => {
      const store = await openWithAccounts(open);
      const expired = aConsoleSession({ id: anId(1), expiresAt: NOON });
      const revoked = aConsoleSession({ id: anId(2), revokedAt: NOON });
      for (const session of [expired, revoked])
        await store.consoleSessions.add(session, aRefreshToken({ hash: session.id, sessionId: session.id }));

      await store.sweep(afterNoon(30 * DAY));
      expect(await store.consoleSessions.findAdmitted(expired.id)).toBeDefined();
      expect(await store.consoleSessions.findAdmitted(revoked.id)).toBeDefined();

      await store.sweep(afterNoon(30 * DAY + 1));
      expect(await store.consoleSessions.findAdmitted(expired.id)).toBeUndefined();
      expect(await store.consoleSessions.findAdmitted(revoked.id)).toBeUndefined();
    });

    test('forgets a bearer session thirty days after it ended, in either way', async () => {
      const { bearerSessions, sweep } = await openWithAccounts(open);
      await bearerSessions.replace(aBearerSession({ id: anId(1), tokenHash: '1', expiresAt: NOON, deviceLabel: 'a' }));
      await bearerSessions.replace(aBearerSession({ id: anId(2), tokenHash: '2', revokedAt: NOON, deviceLabel: 'b' }));

      await sweep(afterNoon(30 * DAY));
      expect(await bearerSessions.findAdmitted('1')).toBeDefined();
      expect(await bearerSessions.findAdmitted('2')).toBeDefined();

      await sweep(afterNoon(30 * DAY + 1));
      expect(await bearerSessions.findAdmitted('1')).toBeUndefined();
      expect(await bearerSessions.findAdmitted('2')).toBeUndefined();
    });

    test('forgets a limit whose window is over', async () => {
      const { limits, sweep } = await open();
      await limits.hit('door', { max: 1, windowSeconds: 60 }, NOON);

      await sweep(afterNoon(60.001));

      // Asked at noon again, a window that was kept would still be open.
      expect((await limits.hit('door', { max: 1, windowSeconds: 60 }, NOON)).count).toBe(1);
    });

    test('forgets a sign-in attempt ninety days after it, or when the instance says', async () => {
      const store = await open();
      await store.attempts.append(aSignInAttempt());

      await store.sweep(afterNoon(90 * DAY));
      expect(await store.attempts.findByReference('REF-1')).toBeDefined();

      await store.sweep(afterNoon(30 * DAY + 1), { attemptDays: 30, auditDays: null });
      expect(await store.attempts.findByReference('REF-1')).toBeUndefined();
    });

    test('cuts the audit log at its beginning only, and keeps its newest entry', async () => {
      const store = await open();
      for (const [step, days] of [0, 2, 1, 3].entries())
        await store.audit.append(anAuditEntry({ at: afterNoon(days * DAY), details: { step } }));
      const left = async () => (await store.audit.latest(10)).map(({ details }) => details.step);

      await store.sweep(afterNoon(3 * DAY + 1), { attemptDays: 90, auditDays: 2 });
      expect(await left()).toEqual([3, 2, 1]);

      await store.sweep(afterNoon(100 * DAY), { attemptDays: 90, auditDays: 2 });
      expect(await left()).toEqual([3]);
      await store.audit.append(anAuditEntry());
      expect((await store.audit.list({}, { limit: 1 })).map(({ seq }) => seq)).toEqual([5]);
    });

    test('leaves alone what lives, and what was written down', async () => {
      const store = await openWithAccounts(open);
      const far = afterNoon(1000 * DAY);
      await store.consoleSessions.add(aConsoleSession({ expiresAt: far }), aRefreshToken({ expiresAt: far }));
      await store.bearerSessions.replace(aBearerSession({ expiresAt: far }));
      await store.deviceGrants.add(aDeviceGrant({ expiresAt: far }));
      await store.limits.hit('door', { max: 1, windowSeconds: 1000 * DAY }, NOON);
      await store.audit.append(anAuditEntry());

      await store.sweep(afterNoon(999 * DAY));

      expect(await store.consoleSessions.findRefreshToken('refresh-token-1')).toBeDefined();
      expect(await store.bearerSessions.findAdmitted('bearer-token-1')).toBeDefined();
      expect(await store.deviceGrants.findByDeviceCode('device-code-1')).toBeDefined();
      expect((await store.limits.hit('door', { max: 1, windowSeconds: 1 }, afterNoon(999 * DAY))).count).toBe(2);
      expect(await store.audit.latest(10)).toEqual([anAuditEntry()]);
      expect(await store.accounts.find(anId(1))).toEqual(anAccount());
    });

    test('forgets all of it, however much there is', async () => {
      const store = await openWithOldGrants(open);

      await store.sweep(afterNoon(3 * DAY));

      expect(await oldGrantsIn(store)).toBe(0);
    });

    test('forgets all of it when several sweep at once', async () => {
      const store = await openWithOldGrants(open);

      await atOnce(4, () => store.sweep(afterNoon(3 * DAY)));

      expect(await oldGrantsIn(store)).toBe(0);
    });
  });
}

const OLD_GRANTS = 1200;

async function openWithOldGrants(open: OpenTestStore): Promise<Store> {
  const store = await open();
  await atOnce(OLD_GRANTS, (n) =>
    store.deviceGrants.add(aDeviceGrant({ id: anId(n), deviceCodeHash: `d${n}`, userCodeHash: `u${n}` })),
  );
  return store;
}

async function oldGrantsIn({ deviceGrants }: Store): Promise<number> {
  const found = await atOnce(OLD_GRANTS, (n) => deviceGrants.findByDeviceCode(`d${n}`));
  return found.filter((grant) => grant !== undefined).length;
}
