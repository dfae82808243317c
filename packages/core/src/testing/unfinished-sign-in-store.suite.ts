import { describe, expect, test } from 'vitest';
import type { UnfinishedSignIn } from '../sessions/unfinished-sign-in.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function unfinishedSignInStoreSuite(open: OpenTestStore): void {
  describe('unfinished sign-ins', () => {
    test('are found until the very instant of their expiry', async () => {
      const { unfinishedSignIns } = await openWithAccounts(open);
      await unfinishedSignIns.add(aSignIn());

      expect(await unfinishedSignIns.find('ticket', afterNoon(59))).toEqual(aSignIn());
      expect(await unfinishedSignIns.find('ticket', afterNoon(60))).toBeUndefined();
    });

    test('end in one session when fifty go on at once', async () => {
      const { unfinishedSignIns } = await openWithAccounts(open);
      await unfinishedSignIns.add(aSignIn());

      const taken = await atOnce(50, () => unfinishedSignIns.take('ticket'));

      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    test('of one account end together', async () => {
      const { unfinishedSignIns } = await openWithAccounts(open);
      await unfinishedSignIns.add(aSignIn());
      await unfinishedSignIns.add(aSignIn({ tokenHash: 'of Grace', accountId: anId(2) }));

      await unfinishedSignIns.takeAll(anId(1));

      expect(await unfinishedSignIns.find('ticket', NOON)).toBeUndefined();
      expect(await unfinishedSignIns.find('of Grace', NOON)).toBeDefined();
    });
  });
}

function aSignIn(differences: Partial<UnfinishedSignIn> = {}): UnfinishedSignIn {
  return {
    tokenHash: 'ticket',
    accountId: anId(1),
    method: 'password',
    proof: null,
    createdAt: NOON,
    expiresAt: afterNoon(60),
    ...differences,
  };
}
