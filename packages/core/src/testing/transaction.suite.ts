import { describe, expect, test } from 'vitest';
import { aDeviceGrant } from './a-device-grant.ts';
import { anAccount } from './an-account.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

const RULE = { max: 3, windowSeconds: 60 };

export function transactionSuite(open: OpenTestStore): void {
  describe('a transaction', () => {
    test('keeps everything it wrote, and returns what its work returned', async () => {
      const store = await open();

      const answer = await store.transaction(async ({ accounts, passwords }) => {
        await accounts.add(anAccount());
        await passwords.set(anAccount().id, 'hash', NOON);
        return 'done';
      });

      expect(answer).toBe('done');
      expect(await store.passwords.find(anAccount().id)).toBe('hash');
    });

    test('keeps nothing when its work throws, and throws the same', async () => {
      const store = await open();
      const refusal = new Error('refused');

      const work = store.transaction(async ({ accounts }) => {
        await accounts.add(anAccount());
        throw refusal;
      });

      await expect(work).rejects.toBe(refusal);
      expect(await store.accounts.find(anAccount().id)).toBeUndefined();
    });

    test('sees its own writes', async () => {
      const store = await open();

      await store.transaction(async ({ accounts }) => {
        await accounts.add(anAccount());
        expect(await accounts.find(anAccount().id)).toEqual(anAccount());
      });
    });

    test('does not take another caller’s write along when it is rolled back', async () => {
      const store = await open();
      let meanwhile: Promise<boolean> | undefined;

      await store
        .transaction(async ({ accounts }) => {
          await accounts.add(anAccount());
          meanwhile = store.accounts.add(anotherAccount());
          await accounts.find(anAccount().id);
          throw new Error('refused');
        })
        .catch(() => {});

      expect(await meanwhile).toBe(true);
      expect(await store.accounts.find(anAccount().id)).toBeUndefined();
      expect(await store.accounts.find(anotherAccount().id)).toEqual(anotherAccount());
    });

    test('does not show what it has not committed', async () => {
      const store = await open();

      await store.transaction(async ({ accounts }) => {
        await accounts.add(anAccount());
        expect(await store.accounts.find(anAccount().id)).toBeUndefined();
      });
    });

    test('works twenty at a time beside single writes, and all of them count', async () => {
      const store = await open();

      await Promise.all([
        atOnce(20, () => store.transaction(({ limits }) => limits.hit('a', RULE, NOON))),
        atOnce(20, () => store.limits.hit('a', RULE, NOON)),
      ]);

      expect((await store.limits.hit('a', RULE, NOON)).count).toBe(41);
    });

    test('lets a failed single write fail alone', async () => {
      const store = await open();
      const stranger = anAccount({ id: anotherAccount().id });

      const [missing, added] = await Promise.allSettled([
        store.passwords.set(anAccount().id, 'hash of nobody', NOON),
        store.accounts.add(stranger),
      ]);

      expect([missing.status, added.status]).toEqual(['rejected', 'fulfilled']);
      expect(await store.accounts.find(stranger.id)).toEqual(stranger);
    });
  });

  describe('sweeping', () => {
    test('deletes what expired long ago and leaves the rest', async () => {
      const store = await open();
      await store.deviceGrants.add(aDeviceGrant());
      await store.limits.hit('a', RULE, NOON);

      await store.sweep(aDeviceGrant().expiresAt);
      expect(await store.deviceGrants.findByUserCode(aDeviceGrant().userCodeHash)).toEqual(aDeviceGrant());

      await store.sweep(afterNoon(3 * DAY));
      expect(await store.deviceGrants.findByUserCode(aDeviceGrant().userCodeHash)).toBeUndefined();
    });

    test('may be done by several at once', async () => {
      const store = await open();
      await atOnce(30, (index) => store.limits.hit(`key ${index}`, RULE, NOON));

      await atOnce(4, () => store.sweep(afterNoon(61)));

      expect((await store.limits.hit('key 1', RULE, NOON)).count).toBe(1);
    });
  });

  test('a store that can be reached says so', async () => {
    await expect((await open()).ping()).resolves.toBeUndefined();
  });
}
