import { describe, expect, test } from 'vitest';
import { aLetter } from './a-letter.ts';
import { anId } from './an-id.ts';
import { afterNoon } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function outboxSuite(open: OpenTestStore): void {
  describe('outbox', () => {
    test('gives back the letters that wait, oldest first, with every detail', async () => {
      const { outbox } = await openWithAccounts(open);
      const oldest = aLetter({ language: 'ja-JP', facts: { ip: '192.0.2.1', place: '東京' } });
      const newer = aLetter({ accountId: anId(2), to: 'grace@example.com', createdAt: afterNoon(1) });
      const newest = aLetter({ createdAt: afterNoon(2) });
      for (const letter of [newer, newest, oldest]) await outbox.add(letter);

      expect(await outbox.waiting(2)).toEqual([oldest, newer]);
    });

    test('forgets a letter whose change is rolled back', async () => {
      const store = await openWithAccounts(open);

      await expect(
        store.transaction(async ({ outbox }) => {
          await outbox.add(aLetter());
          throw new Error('The password could not be changed.');
        }),
      ).rejects.toThrow('The password could not be changed.');

      expect(await store.outbox.waiting(10)).toEqual([]);
    });
  });
}
