import type { LetterId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import type { Store } from '../kernel/store.ts';
import type { KeptLetter } from '../outbox/letter.ts';
import type { LetterFilter } from '../outbox/outbox.ts';
import { aLetter, aNotice } from './a-letter.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

const CLAIM_SECONDS = 60;
const EVERY: LetterFilter = { status: undefined, kind: undefined, recipient: '' };

export function outboxSuite(open: OpenTestStore): void {
  describe('outbox', () => {
    test('keeps a letter with every detail, to be tried at once', async () => {
      const { outbox } = await openWithAccounts(open);
      const letter = aLetter(
        { language: 'ja-JP', to: 'grace@example.com', accountId: anId(2) },
        { kind: 'owner_transferred', facts: { workspace: '東京', from: '“Ada”', to: "O'Neil <b>" } },
      );
      await outbox.add(letter);

      const id = await onlyId({ outbox });

      expect(await outbox.find(id)).toEqual({
        ...letter,
        id,
        status: 'waiting',
        tries: 0,
        nextTryAt: NOON,
        sentAt: null,
        problem: null,
      });
      expect(await outbox.find(anId(99))).toBeUndefined();
    });

    test('forgets a letter whose change is rolled back', async () => {
      const store = await openWithAccounts(open);

      await expect(
        store.transaction(async ({ outbox }) => {
          await outbox.add(aLetter());
          throw new Error('The password could not be changed.');
        }),
      ).rejects.toThrow('The password could not be changed.');

      expect(await claim(store)).toEqual([]);
    });

    test('keeps a letter to somebody without an account, and one whose account is gone', async () => {
      const { outbox } = await openWithAccounts(open);
      await outbox.add(aLetter({ accountId: null, to: 'nobody@example.com' }));
      expect(await outbox.find(await onlyId({ outbox }))).toMatchObject({ accountId: null });
    });

    describe('claiming', () => {
      test('gives each letter to one of many who ask at once', async () => {
        const store = await openWithAccounts(open);
        await atOnce(20, (n) => store.outbox.add(aLetter({ to: `${n}@example.com` })));

        const claimed = (await atOnce(10, () => claim(store, NOON, 3))).flat();

        expect(claimed).toHaveLength(20);
        expect(new Set(claimed.map(({ to }) => to)).size).toBe(20);
      });

      test('hands out what the letter tells, and counts the try', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());

        expect(await claim(store)).toMatchObject([{ kind: 'sign_in_code', facts: { code: '314159' }, tries: 1 }]);
      });

      test('prefers what expires soonest, however late it came', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aNotice());
        await store.outbox.add(aLetter({ expiresAt: afterNoon(DAY), to: 'link@example.com' }));
        await store.outbox.add(aLetter({ createdAt: afterNoon(5), to: 'code@example.com' }));

        for (const to of ['code@example.com', 'link@example.com', 'ada@example.com'])
          expect(await claimOne(store, afterNoon(5))).toMatchObject({ to });
      });

      test('leaves a claimed letter alone until the claim ends', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        await claim(store);

        expect(await claim(store, afterNoon(CLAIM_SECONDS - 1))).toEqual([]);
        expect(await claim(store, afterNoon(CLAIM_SECONDS))).toMatchObject([{ tries: 2 }]);
      });

      test('passes over what has expired, was sent, or is to be tried later', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter({ expiresAt: NOON }));
        await store.outbox.add(aNotice({ createdAt: afterNoon(1) }));
        expect(await claim(store)).toEqual([]);

        await store.outbox.markSent(await claimOne(store, afterNoon(1)), afterNoon(2));
        expect(await claim(store, afterNoon(DAY))).toEqual([]);
      });
    });

    describe('a letter that was sent', () => {
      test('is known as sent, and what it told is forgotten', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        const letter = await claimOne(store);

        await store.outbox.markSent(letter, afterNoon(1));

        expect(await store.outbox.find(letter.id)).toMatchObject({
          status: 'sent',
          sentAt: afterNoon(1),
          facts: null,
          nextTryAt: null,
          problem: null,
        });
        expect(await store.outbox.retry(letter.id, afterNoon(2))).toBe(false);
      });
    });

    describe('a letter that was refused', () => {
      test('is tried again when its time has come', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aNotice());
        const letter = await claimOne(store);

        await store.outbox.markFailed(letter, '451 busy', afterNoon(90));

        expect(await store.outbox.find(letter.id)).toMatchObject({
          status: 'waiting',
          problem: '451 busy',
          nextTryAt: afterNoon(90),
        });
        expect(await claim(store, afterNoon(89))).toEqual([]);
        expect(await claim(store, afterNoon(90))).toMatchObject([{ id: letter.id, tries: 2 }]);
      });

      test('is never tried again when it was refused for good, but can be read', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        const letter = await claimOne(store);

        await store.outbox.markFailed(letter, '550 no such user', null);

        expect(await store.outbox.find(letter.id)).toMatchObject({ status: 'failed', facts: { code: '314159' } });
        expect(await claim(store, afterNoon(299))).toEqual([]);
      });

      test('is tried at once when somebody asks for it, and not while it is being sent', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        const letter = await claimOne(store);
        expect(await store.outbox.retry(letter.id, NOON)).toBe(true);
        expect(await claim(store)).toEqual([]);

        await store.outbox.markFailed(letter, '550 no such user', null);
        expect(await store.outbox.retry(letter.id, afterNoon(1))).toBe(true);

        expect(await claim(store, afterNoon(1))).toMatchObject([{ id: letter.id, tries: 2 }]);
      });

      test('is not tried again after it expired, whoever asks', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        const letter = await claimOne(store);
        await store.outbox.markFailed(letter, '550 no such user', null);

        expect(await store.outbox.retry(letter.id, afterNoon(300))).toBe(false);
        expect(await store.outbox.retry(anId(99), NOON)).toBe(false);
      });
    });

    test('lets the latest claim alone decide what became of a letter', async () => {
      const store = await openWithAccounts(open);
      await store.outbox.add(aLetter());
      const lost = await claimOne(store);
      const held = await claimOne(store, afterNoon(CLAIM_SECONDS));

      await store.outbox.markFailed(lost, 'too late', null);
      expect(await store.outbox.find(held.id)).toMatchObject({ status: 'waiting', problem: null });

      await store.outbox.markSent(held, afterNoon(61));
      await store.outbox.markFailed(held, 'after the end', null);
      expect(await store.outbox.find(held.id)).toMatchObject({ status: 'sent', problem: null });
    });

    describe('forgetting', () => {
      test('takes what a letter tells from the instant it stops working', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        const id = await onlyId(store);

        await store.outbox.forgetExpired(afterNoon(299));
        expect(await store.outbox.find(id)).toMatchObject({ status: 'waiting', facts: { code: '314159' } });

        await store.outbox.forgetExpired(afterNoon(300));
        expect(await store.outbox.find(id)).toMatchObject({ status: 'expired', facts: null, nextTryAt: null });
      });

      test('keeps it known that a letter had failed', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter());
        const letter = await claimOne(store);
        await store.outbox.markFailed(letter, '550 no such user', null);

        await store.outbox.forgetExpired(afterNoon(300));

        expect(await store.outbox.find(letter.id)).toMatchObject({ status: 'failed', facts: null });
      });

      test('leaves a letter alone that is being sent', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter({ expiresAt: afterNoon(10) }));
        const letter = await claimOne(store);

        await store.outbox.forgetExpired(afterNoon(11));
        await store.outbox.markSent(letter, afterNoon(12));

        expect(await store.outbox.find(letter.id)).toMatchObject({ status: 'sent' });
      });

      test('ends a notice that nobody could try to send for a day, and no other', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aNotice({ to: 'tried@example.com' }));
        await store.outbox.markFailed(await claimOne(store), '451 busy', afterNoon(DAY));
        await store.outbox.add(aNotice({ to: 'old@example.com' }));
        await store.outbox.add(aNotice({ to: 'young@example.com', createdAt: afterNoon(1) }));

        await store.outbox.forgetExpired(afterNoon(DAY));

        const { letters } = await store.outbox.list({ ...EVERY, status: 'waiting' }, { offset: 0, limit: 10 });
        expect(letters.map(({ to }) => to)).toEqual(['young@example.com', 'tried@example.com']);
      });
    });

    test('deletes a letter, once', async () => {
      const store = await openWithAccounts(open);
      await store.outbox.add(aLetter());
      const id = await onlyId(store);

      expect(await store.outbox.delete(id)).toBe(true);
      expect(await store.outbox.delete(id)).toBe(false);
      expect(await store.outbox.find(id)).toBeUndefined();
      expect(await claim(store)).toEqual([]);
    });

    describe('the list', () => {
      test('is in pages, newest first, and does not tell what the letters do', async () => {
        const { outbox } = await openWithAccounts(open);
        for (const n of [2, 0, 4, 1, 3]) await outbox.add(aLetter({ to: `${n}@example.com`, createdAt: afterNoon(n) }));

        const first = await outbox.list(EVERY, { offset: 0, limit: 2 });
        const last = await outbox.list(EVERY, { offset: 4, limit: 2 });

        expect(first.letters.map(({ to }) => to)).toEqual(['4@example.com', '3@example.com']);
        expect(last.letters.map(({ to }) => to)).toEqual(['0@example.com']);
        expect([first.total, last.total]).toEqual([5, 5]);
        expect(JSON.stringify(first)).not.toContain('314159');
      });

      test('is narrowed by status, kind and a part of the address', async () => {
        const store = await openWithAccounts(open);
        await store.outbox.add(aLetter({ to: 'a_b@example.com' }));
        await store.outbox.markSent(await claimOne(store), NOON);
        await store.outbox.add(aLetter({ to: 'axb@example.com', createdAt: afterNoon(1) }));
        await store.outbox.add(aNotice({ to: 'a_b@elsewhere.example', createdAt: afterNoon(2) }));
        const found = async (filter: Partial<LetterFilter>) => {
          const { letters, total } = await store.outbox.list({ ...EVERY, ...filter }, { offset: 0, limit: 10 });
          expect(total).toBe(letters.length);
          return letters.map(({ to }) => to);
        };

        expect(await found({ status: 'sent' })).toEqual(['a_b@example.com']);
        expect(await found({ kind: 'password_changed' })).toEqual(['a_b@elsewhere.example']);
        expect(await found({ recipient: 'a_b' })).toEqual(['a_b@elsewhere.example', 'a_b@example.com']);
        expect(await found({ recipient: '%' })).toEqual([]);
        expect(await found({ recipient: 'a_b', kind: 'sign_in_code', status: 'waiting' })).toEqual([]);
      });

      test('is counted by status', async () => {
        const store = await openWithAccounts(open);
        expect(await store.outbox.countByStatus()).toEqual({ waiting: 0, sent: 0, failed: 0, expired: 0 });

        for (const letter of [aLetter(), aLetter(), aNotice()]) await store.outbox.add(letter);
        await store.outbox.markSent(await claimOne(store), NOON);

        expect(await store.outbox.countByStatus()).toEqual({ waiting: 2, sent: 1, failed: 0, expired: 0 });
      });
    });

    test('is swept of letters thirty days after they were written', async () => {
      const { outbox, sweep } = await openWithAccounts(open);
      await outbox.add(aNotice());

      await sweep(afterNoon(30 * DAY));
      expect((await outbox.list(EVERY, { offset: 0, limit: 1 })).total).toBe(1);

      await sweep(afterNoon(30 * DAY + 1));
      expect((await outbox.list(EVERY, { offset: 0, limit: 1 })).total).toBe(0);
    });
  });
}

function claim({ outbox }: Pick<Store, 'outbox'>, now = NOON, limit = 10): Promise<KeptLetter[]> {
  return outbox.claimDue(now, limit, new Date(now.getTime() + CLAIM_SECONDS * 1000));
}

async function claimOne(store: Pick<Store, 'outbox'>, now = NOON): Promise<KeptLetter> {
  const [letter] = await claim(store, now, 1);
  if (letter === undefined) throw new Error('No letter is due.');
  return letter;
}

async function onlyId({ outbox }: Pick<Store, 'outbox'>): Promise<LetterId> {
  const { letters } = await outbox.list(EVERY, { offset: 0, limit: 2 });
  const [letter, ...others] = letters;
  if (letter === undefined || others.length > 0) throw new Error('There is not exactly one letter.');
  return letter.id;
}
