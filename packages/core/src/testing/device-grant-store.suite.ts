import { describe, expect, test } from 'vitest';
import type { GrantDecision } from '../device-grants/device-grant-store.ts';
import { aDeviceGrant } from './a-device-grant.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function deviceGrantStoreSuite(open: OpenTestStore): void {
  describe('device grants', () => {
    test('gives back every detail of a grant, by either code', async () => {
      const { deviceGrants } = await openWithAccounts(open);
      const grant = aDeviceGrant({
        status: 'approved',
        viewedBy: anId(1),
        decidedBy: anId(2),
        intervalSeconds: 10,
        lastPolledAt: afterNoon(1.234),
      });

      expect(await deviceGrants.add(grant)).toBe(true);

      expect(await deviceGrants.findByDeviceCode(grant.deviceCodeHash)).toEqual(grant);
      expect(await deviceGrants.findByUserCode(grant.userCodeHash)).toEqual(grant);
    });

    test('does not take one code for the other', async () => {
      const { deviceGrants } = await openWithGrant(open);

      expect(await deviceGrants.findByDeviceCode(aDeviceGrant().userCodeHash)).toBeUndefined();
      expect(await deviceGrants.findByUserCode(aDeviceGrant().deviceCodeHash)).toBeUndefined();
    });

    test('refuses a user code that another grant has', async () => {
      const { deviceGrants } = await openWithGrant(open);

      expect(await deviceGrants.add(aDeviceGrant({ id: anId(2), deviceCodeHash: 'device-code-2' }))).toBe(false);

      expect(await deviceGrants.findByUserCode('user-code-1')).toEqual(aDeviceGrant());
      expect(await deviceGrants.findByDeviceCode('device-code-2')).toBeUndefined();
    });

    test('lets one of fifty concurrent grants have a user code', async () => {
      const { deviceGrants } = await open();

      const added = await atOnce(50, (index) =>
        deviceGrants.add(aDeviceGrant({ id: anId(index), deviceCodeHash: `device-code-${index}` })),
      );

      expect(added.filter(Boolean)).toHaveLength(1);
    });

    test('is decided by the account that looked at it last', async () => {
      const { deviceGrants } = await openWithGrant(open);
      await deviceGrants.noteView(anId(1), anId(1));
      await deviceGrants.noteView(anId(1), anId(2));

      expect(await deviceGrants.decide(anId(1), approval({ accountId: anId(1) }))).toBe(false);
      expect(await deviceGrants.decide(anId(1), approval({ accountId: anId(2) }))).toBe(true);

      expect(await deviceGrants.findByUserCode('user-code-1')).toEqual(
        aDeviceGrant({ viewedBy: anId(2), status: 'approved', decidedBy: anId(2), expiresAt: afterNoon(960) }),
      );
    });

    test('is not bound to who looks at it after the decision', async () => {
      const { deviceGrants } = await openWithGrant(open);
      await deviceGrants.decide(anId(1), approval({ accountId: anId(1) }));

      await deviceGrants.noteView(anId(1), anId(2));

      expect((await deviceGrants.findByUserCode('user-code-1'))?.viewedBy).toBeNull();
    });

    test('takes one of fifty concurrent approvals and denials', async () => {
      const { deviceGrants } = await openWithGrant(open);

      const decided = await atOnce(50, (index) =>
        deviceGrants.decide(
          anId(1),
          approval({ status: index % 2 === 0 ? 'denied' : 'approved', accountId: anId(1 + (index % 3 === 0 ? 1 : 0)) }),
        ),
      );

      const winner = decided.indexOf(true);
      expect(decided.filter(Boolean)).toHaveLength(1);
      expect(await deviceGrants.findByUserCode('user-code-1')).toMatchObject({
        status: winner % 2 === 0 ? 'denied' : 'approved',
        decidedBy: anId(1 + (winner % 3 === 0 ? 1 : 0)),
      });
    });

    test('keeps its first decision', async () => {
      const { deviceGrants } = await openWithGrant(open);

      expect(await deviceGrants.decide(anId(1), approval({ status: 'denied' }))).toBe(true);
      expect(await deviceGrants.decide(anId(1), approval())).toBe(false);

      expect((await deviceGrants.findByUserCode('user-code-1'))?.status).toBe('denied');
    });

    test('keeps the time of the last poll and the interval it must wait', async () => {
      const { deviceGrants } = await openWithGrant(open);

      await deviceGrants.notePoll(anId(1), afterNoon(3), 10);

      expect(await deviceGrants.findByDeviceCode('device-code-1')).toEqual(
        aDeviceGrant({ lastPolledAt: afterNoon(3), intervalSeconds: 10 }),
      );
    });

    test('is redeemed by one of fifty concurrent polls', async () => {
      const { deviceGrants } = await openWithGrant(open);
      await deviceGrants.decide(anId(1), approval());

      const redeemed = await atOnce(50, () => deviceGrants.markRedeemed(anId(1)));

      expect(redeemed.filter(Boolean)).toHaveLength(1);
      expect((await deviceGrants.findByDeviceCode('device-code-1'))?.status).toBe('redeemed');
    });

    test('is redeemed by one of fifty concurrent transactions', async () => {
      const store = await openWithGrant(open);
      await store.deviceGrants.decide(anId(1), approval());

      const redeemed = await atOnce(50, () =>
        store.transaction(({ deviceGrants }) => deviceGrants.markRedeemed(anId(1))),
      );

      expect(redeemed.filter(Boolean)).toHaveLength(1);
    });

    test('is redeemed only when it was approved', async () => {
      const { deviceGrants } = await openWithGrant(open);

      expect(await deviceGrants.markRedeemed(anId(1))).toBe(false);
      await deviceGrants.decide(anId(1), approval({ status: 'denied' }));
      expect(await deviceGrants.markRedeemed(anId(1))).toBe(false);
      expect(await deviceGrants.markRedeemed(anId(2))).toBe(false);
    });
  });
}

async function openWithGrant(open: OpenTestStore) {
  const store = await openWithAccounts(open);
  await store.deviceGrants.add(aDeviceGrant());
  return store;
}

function approval(differences: Partial<GrantDecision> = {}): GrantDecision {
  return { status: 'approved', accountId: anId(1), expiresAt: afterNoon(960), ...differences };
}
