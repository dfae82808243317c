import { describe, expect, test } from 'vitest';
import type { AccessRequest } from '../access-requests/access-request.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

const PAGE = { offset: 0, limit: 10 };

export function accessRequestStoreSuite(open: OpenTestStore): void {
  describe('access requests', () => {
    test('of an account are one: asking again replaces it', async () => {
      const { accessRequests } = await openWithAccounts(open);
      await accessRequests.replace(aRequest());
      await accessRequests.answer(anId(1), 'declined');

      await accessRequests.replace(aRequest({ id: anId(2), message: 'please' }));

      expect(await accessRequests.findOf(anId(1))).toEqual(aRequest({ id: anId(2), message: 'please' }));
      expect(await accessRequests.find(anId(1))).toBeUndefined();
    });

    test('are listed while they are open, oldest first, with who asks', async () => {
      const { accessRequests } = await openWithAccounts(open);
      await accessRequests.replace(aRequest({ createdAt: afterNoon(1) }));
      await accessRequests.replace(aRequest({ id: anId(2), accountId: anId(2) }));

      const { total, data } = await accessRequests.listOpen(PAGE);
      expect(total).toBe(2);
      expect(data.map(({ account }) => account.email)).toEqual(['grace@example.com', 'ada@example.com']);

      await accessRequests.answer(anId(2), 'invited');
      expect((await accessRequests.listOpen(PAGE)).total).toBe(1);
    });

    test('are answered by one of fifty at once', async () => {
      const { accessRequests } = await openWithAccounts(open);
      await accessRequests.replace(aRequest());

      const answered = await atOnce(50, () => accessRequests.answer(anId(1), 'invited'));

      expect(answered.filter(Boolean)).toHaveLength(1);
    });
  });
}

function aRequest(differences: Partial<AccessRequest> = {}): AccessRequest {
  return { id: anId(1), accountId: anId(1), message: '', createdAt: NOON, status: 'open', ...differences };
}
