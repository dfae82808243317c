import { describe, expect, test } from 'vitest';
import { aPassword } from './a-password.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function passwordStoreSuite(open: OpenTestStore): void {
  describe('passwords', () => {
    test('knows no password of an account that never set one', async () => {
      const { passwords } = await openWithAccounts(open);

      expect(await passwords.find(anId(1))).toBeUndefined();
    });

    test('keeps the password that was set last, of each account its own', async () => {
      const { passwords } = await openWithAccounts(open);

      await passwords.set(anId(1), aPassword('first'), NOON);
      await passwords.set(anId(2), aPassword('of Grace'), NOON);
      await passwords.set(anId(1), aPassword('second'), NOON);

      expect(await passwords.find(anId(1))).toMatchObject(aPassword('second'));
      expect(await passwords.find(anId(2))).toMatchObject(aPassword('of Grace'));
    });

    test('remembers that a password was made for one sign-in, until another one is set', async () => {
      const { passwords } = await openWithAccounts(open);

      await passwords.set(anId(1), aPassword('made', { isOneTime: true }), NOON);
      expect(await passwords.find(anId(1))).toMatchObject(aPassword('made', { isOneTime: true }));

      await passwords.set(anId(1), aPassword('chosen'), NOON);
      expect(await passwords.find(anId(1))).toMatchObject(aPassword('chosen'));
    });

    test('remembers when a password was set, whatever becomes of its hash', async () => {
      const { passwords } = await openWithAccounts(open);
      await passwords.set(anId(1), aPassword('made'), afterNoon(1));

      await passwords.replace(anId(1), 'made', 'better');

      expect((await passwords.find(anId(1)))?.setAt).toEqual(afterNoon(1));
    });

    test('replaces a hash by a better one of the same password', async () => {
      const { passwords } = await openWithAccounts(open);
      await passwords.set(anId(1), aPassword('old'), NOON);
      await passwords.set(anId(2), aPassword('old'), NOON);

      expect(await passwords.replace(anId(1), 'old', 'new')).toBe(true);

      expect(await passwords.find(anId(1))).toMatchObject(aPassword('new'));
      expect(await passwords.find(anId(2))).toMatchObject(aPassword('old'));
    });

    test('does not bring back a password that was changed in the meantime', async () => {
      const { passwords } = await openWithAccounts(open);
      await passwords.set(anId(1), aPassword('changed'), NOON);

      expect(await passwords.replace(anId(1), 'old', 'new')).toBe(false);

      expect(await passwords.find(anId(1))).toMatchObject(aPassword('changed'));
    });

    test('lets one of fifty concurrent replacements of one hash win', async () => {
      const { passwords } = await openWithAccounts(open);
      await passwords.set(anId(1), aPassword('old'), NOON);

      const replaced = await atOnce(50, (index) => passwords.replace(anId(1), 'old', `new ${index}`));

      expect(replaced.filter(Boolean)).toHaveLength(1);
      expect(await passwords.find(anId(1))).toMatchObject(aPassword(`new ${replaced.indexOf(true)}`));
    });
  });
}
