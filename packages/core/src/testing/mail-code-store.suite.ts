import { describe, expect, test } from 'vitest';
import type { MailCode } from '../mail-codes/mail-code.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function mailCodeStoreSuite(open: OpenTestStore): void {
  describe('mail codes', () => {
    test('counts a try and gives the code back with it', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode({ subject: 'a workspace' }));

      expect(await mailCodes.countTry('sign_in', 'token', 5, NOON)).toEqual(
        aMailCode({ subject: 'a workspace', tries: 1 }),
      );
    });

    test('answers no more tries than it may, however many run at once', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode());

      const answered = await atOnce(50, () => mailCodes.countTry('sign_in', 'token', 5, NOON));

      expect(
        answered
          .filter((code) => code !== undefined)
          .map(({ tries }) => tries)
          .sort((a, b) => a - b),
      ).toEqual([1, 2, 3, 4, 5]);
    });

    test('is nothing for another purpose', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode());

      expect(await mailCodes.countTry('password_reset', 'token', 5, NOON)).toBeUndefined();
      expect(await mailCodes.markProven('password_reset', 'token', 'proven', afterNoon(300))).toBe(false);
      expect(await mailCodes.take('password_reset', 'token')).toBe(false);
      expect(await mailCodes.countTry('sign_in', 'token', 5, NOON)).toBeDefined();
    });

    test('ends at the very instant of its expiry', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode({ expiresAt: afterNoon(300) }));

      expect(await mailCodes.countTry('sign_in', 'token', 5, afterNoon(299))).toBeDefined();
      expect(await mailCodes.countTry('sign_in', 'token', 5, afterNoon(300))).toBeUndefined();
    });

    test('ends with a newer one of the same holder, and only with that', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode());
      await mailCodes.replace(aMailCode({ holder: 'grace@example.com', tokenHash: 'of Grace' }));
      await mailCodes.replace(aMailCode({ purpose: 'registration', tokenHash: 'another purpose' }));

      await mailCodes.replace(aMailCode({ tokenHash: 'newer', codeHash: 'another code' }));

      expect(await mailCodes.countTry('sign_in', 'token', 5, NOON)).toBeUndefined();
      expect((await mailCodes.countTry('sign_in', 'newer', 5, NOON))?.codeHash).toBe('another code');
      expect(await mailCodes.countTry('sign_in', 'of Grace', 5, NOON)).toBeDefined();
      expect(await mailCodes.countTry('registration', 'another purpose', 5, NOON)).toBeDefined();
    });

    test('is proven once: the first token is dead then, and the second one lives', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode());

      const proven = await atOnce(20, (index) =>
        mailCodes.markProven('sign_in', 'token', `proven ${index}`, afterNoon(600)),
      );

      const winner = `proven ${proven.indexOf(true)}`;
      expect(proven.filter(Boolean)).toHaveLength(1);
      expect(await mailCodes.countTry('sign_in', winner, 5, NOON)).toBeUndefined();
      expect(await mailCodes.findProven('sign_in', winner, afterNoon(599))).toEqual(
        aMailCode({ tokenHash: winner, phase: 'proven', expiresAt: afterNoon(600) }),
      );
      expect(await mailCodes.findProven('sign_in', winner, afterNoon(600))).toBeUndefined();
    });

    test('was not proven when nobody proved it', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode());

      expect(await mailCodes.findProven('sign_in', 'token', NOON)).toBeUndefined();
    });

    test('lets one of fifty that use it up win', async () => {
      const { mailCodes } = await openWithAccounts(open);
      await mailCodes.replace(aMailCode());

      const taken = await atOnce(50, () => mailCodes.take('sign_in', 'token'));

      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });
}

function aMailCode(differences: Partial<MailCode> = {}): MailCode {
  return {
    purpose: 'sign_in',
    holder: 'ada@example.com',
    email: 'ada@example.com',
    accountId: anId(1),
    subject: null,
    tokenHash: 'token',
    codeHash: 'code',
    phase: 'sent',
    tries: 0,
    createdAt: NOON,
    expiresAt: afterNoon(300),
    ...differences,
  };
}
