import { describe, expect, test } from 'vitest';
import { hasWayIn } from '../administrators/administrator.ts';
import { requireAnotherAdministrator } from '../administrators/require-another-administrator.ts';
import { aPassword } from './a-password.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function administratorStoreSuite(open: OpenTestStore): void {
  describe('system administrators', () => {
    test('are a list, each once, with whether they have a password', async () => {
      const { administrators, passwords } = await openWithAccounts(open);
      await passwords.set(anId(1), aPassword('hash'), NOON);

      await administrators.add(anId(1), NOON);
      await administrators.add(anId(1), afterNoon(1));

      expect(await administrators.has(anId(1))).toBe(true);
      expect(await administrators.has(anId(2))).toBe(false);
      expect(await administrators.list()).toEqual([
        { account: anAccount(), hasPassword: true, hasIdentity: false, addedAt: NOON },
      ]);
    });

    test('with no password but a one-time one are no way in to rely on', async () => {
      const { administrators, passwords } = await openWithAccounts(open);
      await administrators.add(anId(1), NOON);
      await passwords.set(anId(1), aPassword('made', { isOneTime: true }), NOON);

      expect((await administrators.list()).map(({ hasPassword }) => hasPassword)).toEqual([false]);
    });

    test('are members of nothing by that', async () => {
      const { administrators, workspaces } = await openWithAccounts(open);

      await administrators.add(anId(1), NOON);

      expect(await workspaces.listOf(anId(1))).toEqual([]);
    });

    test('leave the list by one of fifty removals at once', async () => {
      const { administrators } = await openWithAccounts(open);
      await administrators.add(anId(1), NOON);

      const removed = await atOnce(50, () => administrators.remove(anId(1)));

      expect(removed.filter(Boolean)).toHaveLength(1);
    });

    test('never remove each other at once: somebody with a way in is left', async () => {
      const store = await openWithAccounts(open);
      for (const n of [1, 2]) {
        await store.administrators.add(anId(n), NOON);
        await store.passwords.set(anId(n), aPassword('hash'), NOON);
      }

      const results = await Promise.allSettled(
        [1, 2].map((leaving) =>
          store.transaction(async (stores) => {
            await requireAnotherAdministrator(stores, anId(leaving));
            await stores.administrators.remove(anId(leaving));
          }),
        ),
      );

      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await store.administrators.list()).filter(hasWayIn)).toHaveLength(1);
    });
  });
}
