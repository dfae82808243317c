import { describe, expect, test } from 'vitest';
import type { OneTimeLink } from '../credentials/one-time-link.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function oneTimeLinkStoreSuite(open: OpenTestStore): void {
  describe('one-time links', () => {
    test('are found as they are, until the very instant of their expiry', async () => {
      const { links } = await openWithAccounts(open);
      await links.add(aLink());

      expect(await links.find('password_reset', 'token', afterNoon(59))).toEqual(aLink());
      expect(await links.find('password_reset', 'token', afterNoon(60))).toBeUndefined();
    });

    test('are nothing for another purpose', async () => {
      const { links } = await openWithAccounts(open);
      await links.add(aLink());

      expect(await links.find('administrator_sign_in', 'token', NOON)).toBeUndefined();
      expect(await links.take('administrator_sign_in', 'token')).toBe(false);
    });

    test('are used up by one of fifty at once', async () => {
      const { links } = await openWithAccounts(open);
      await links.add(aLink());

      const taken = await atOnce(50, () => links.take('password_reset', 'token'));

      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await links.find('password_reset', 'token', NOON)).toBeUndefined();
    });

    test('of one account and purpose end together, and no others', async () => {
      const { links } = await openWithAccounts(open);
      await links.add(aLink());
      await links.add(aLink({ tokenHash: 'second' }));
      await links.add(aLink({ tokenHash: 'sign-in', purpose: 'administrator_sign_in' }));
      await links.add(aLink({ tokenHash: 'of Grace', accountId: anId(2) }));

      await links.takeAll(anId(1), 'password_reset');

      expect(await links.find('password_reset', 'token', NOON)).toBeUndefined();
      expect(await links.find('password_reset', 'second', NOON)).toBeUndefined();
      expect(await links.find('administrator_sign_in', 'sign-in', NOON)).toBeDefined();
      expect(await links.find('password_reset', 'of Grace', NOON)).toBeDefined();
    });
  });
}

function aLink(differences: Partial<OneTimeLink> = {}): OneTimeLink {
  return {
    tokenHash: 'token',
    purpose: 'password_reset',
    accountId: anId(1),
    createdAt: NOON,
    expiresAt: afterNoon(60),
    ...differences,
  };
}
