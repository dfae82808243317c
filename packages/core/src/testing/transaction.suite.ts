import { describe, expect, test } from 'vitest';
import type { Stores } from '../kernel/store.ts';
import { aPassword } from './a-password.ts';
import { anAccount } from './an-account.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { anId } from './an-id.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { eventLoopTurn } from './event-loop-turn.ts';
import { NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

const RULE = { max: 3, windowSeconds: 60 };

export function transactionSuite(open: OpenTestStore): void {
  describe('a transaction', () => {
    test('keeps everything it wrote and hands out what it found', async () => {
      const store = await open();

      const added = await store.transaction(async ({ accounts, passwords }) => {
        await accounts.add(anAccount());
        await passwords.set(anId(1), aPassword('hash'), NOON);
        return accounts.find(anId(1));
      });

      expect(added).toEqual(anAccount());
      expect(await store.accounts.find(anId(1))).toEqual(anAccount());
      expect(await store.passwords.find(anId(1))).toMatchObject(aPassword('hash'));
    });

    test('keeps nothing when it throws, and throws the same', async () => {
      const store = await open();
      const failure = new Error('The second step failed.');

      const failed = store.transaction(async ({ accounts, audit }) => {
        await accounts.add(anAccount());
        await accounts.setPreferences(anId(1), { name: 'Augusta' });
        await audit.append(anAuditEntry());
        throw failure;
      });

      await expect(failed).rejects.toBe(failure);
      expect(await store.accounts.find(anId(1))).toBeUndefined();
      expect(await store.audit.latest(1)).toEqual([]);
    });

    test('keeps nothing when the store refuses one of its writes', async () => {
      const store = await openWithAccounts(open);

      const failed = store.transaction(async ({ accounts, passwords }) => {
        await accounts.setStatus(anId(1), 'banned');
        await passwords.set(anId(99), aPassword('of nobody'), NOON);
      });

      await expect(failed).rejects.toThrow();
      expect(await store.accounts.find(anId(1))).toEqual(anAccount());
    });

    test('leaves a usable store behind when it throws', async () => {
      const store = await openWithAccounts(open);
      const failed = store.transaction(async () => {
        throw new Error('failed');
      });
      await expect(failed).rejects.toThrow('failed');

      await store.transaction(({ accounts }) => accounts.setStatus(anId(1), 'banned'));

      expect((await store.accounts.find(anId(1)))?.status).toBe('banned');
    });

    test('sees its own writes, which nobody else sees before it ends', async () => {
      const store = await openWithAccounts(open);

      const seen = await store.transaction(async ({ accounts }) => {
        await accounts.setStatus(anId(1), 'banned');
        return { inside: await accounts.find(anId(1)), outside: await store.accounts.find(anId(1)) };
      });

      expect(seen.inside?.status).toBe('banned');
      expect(seen.outside?.status).toBe('active');
      expect((await store.accounts.find(anId(1)))?.status).toBe('banned');
    });

    test('does not take a write of another caller back with its own', async () => {
      const store = await openWithAccounts(open);
      const others: Promise<unknown>[] = [];

      const failed = store.transaction(async ({ accounts }) => {
        await accounts.setStatus(anId(1), 'banned');
        others.push(
          store.accounts.setPreferences(anId(2), { name: 'Grace Hopper' }),
          store.limits.hit('door', RULE, NOON),
          store.accounts.setStatus(anId(1), 'closed'),
          store.transaction((stores) => stores.passwords.set(anId(2), aPassword('hash'), NOON)),
        );
        for (let n = 0; n < 3; n += 1) await eventLoopTurn();
        await accounts.noteSignIn(anId(1), NOON, '192.0.2.1');
        throw new Error('failed');
      });

      await expect(failed).rejects.toThrow('failed');
      await Promise.all(others);
      expect(await store.accounts.find(anId(1))).toEqual(anAccount({ status: 'closed' }));
      expect(await store.accounts.find(anId(2))).toEqual(anotherAccount({ name: 'Grace Hopper' }));
      expect(await store.passwords.find(anId(2))).toMatchObject(aPassword('hash'));
      expect((await store.limits.hit('door', RULE, NOON)).count).toBe(2);
    });

    test('makes a write to what it has written wait for its end', async () => {
      const store = await openWithAccounts(open);
      const order: string[] = [];
      const others: Promise<unknown>[] = [];

      await store.transaction(async ({ accounts }) => {
        await accounts.setStatus(anId(1), 'banned');
        others.push(store.accounts.setStatus(anId(1), 'closed').then(() => order.push('the other write')));
        // Long enough for the other write to arrive, were it not held.
        for (let n = 0; n < 50; n += 1) {
          await eventLoopTurn();
          await accounts.find(anId(1));
        }
        order.push('the transaction');
      });
      await Promise.all(others);

      expect(order).toEqual(['the transaction', 'the other write']);
      expect((await store.accounts.find(anId(1)))?.status).toBe('closed');
    });

    test('loses no write of fifty that run at once', async () => {
      const store = await openWithAccounts(open);

      await atOnce(50, (index) =>
        store.transaction(async ({ accounts, audit }) => {
          await accounts.setPreferences(anId(1), { name: `Ada ${index}` });
          await audit.append(anAuditEntry({ details: { index } }));
        }),
      );

      const written = (await store.audit.latest(100)).map(({ details }) => details.index);
      expect(written).toHaveLength(50);
      expect(new Set(written).size).toBe(50);
    });

    test('runs beside single writes, and all of them count', async () => {
      const store = await open();

      await Promise.all([
        atOnce(20, () => store.transaction(({ limits }) => limits.hit('door', RULE, NOON))),
        atOnce(20, () => store.limits.hit('door', RULE, NOON)),
      ]);

      expect((await store.limits.hit('door', RULE, NOON)).count).toBe(41);
    });

    test('is not needed for a single write to fail alone among others', async () => {
      const store = await open();

      const [missing, added] = await Promise.allSettled([
        store.passwords.set(anId(99), aPassword('of nobody'), NOON),
        store.accounts.add(anAccount()),
      ]);

      expect([missing.status, added.status]).toEqual(['rejected', 'fulfilled']);
      expect(await store.accounts.find(anId(1))).toEqual(anAccount());
    });

    test('ends: its stores refuse to work afterwards', async () => {
      const store = await openWithAccounts(open);
      let kept: Stores = store;

      await store.transaction(async (stores) => {
        kept = stores;
      });

      await expect(kept.accounts.setStatus(anId(1), 'banned')).rejects.toThrow();
      expect(await store.accounts.find(anId(1))).toEqual(anAccount());
    });
  });

  test('a store that can be reached says so', async () => {
    await expect((await open()).ping()).resolves.toBeUndefined();
  });
}
