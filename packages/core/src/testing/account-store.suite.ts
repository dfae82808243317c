import type { AccountId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import type { AccountFilter, AccountOrder, AccountStore } from '../accounts/account-store.ts';
import type { Store } from '../kernel/store.ts';
import { aMembership } from './a-membership.ts';
import { aPassword } from './a-password.ts';
import { aWorkspace } from './a-workspace.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { eventLoopTurn } from './event-loop-turn.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function accountStoreSuite(open: OpenTestStore): void {
  describe('accounts', () => {
    test('gives back every detail of an account, by id and by address', async () => {
      const store = await open();
      await store.workspaces.add(aWorkspace({ id: anId(7) }));
      const ada = anAccount({
        name: "Ada 'the first' 洛夫莱斯",
        avatar: 'https://example.com/ada.png',
        interfaceLanguage: 'zh-Hans',
        interfaceTheme: 'dark',
        status: 'pending',
        currentWorkspaceId: anId(7),
        lastSignInAt: afterNoon(1.234),
        lastSignInIp: '2001:db8::1',
      });

      expect(await store.accounts.add(ada)).toBe(true);

      expect(await store.accounts.find(ada.id)).toEqual(ada);
      expect(await store.accounts.findByEmail(ada.email)).toEqual(ada);
    });

    test('finds nobody under an id or an address that nobody has', async () => {
      const store = await openWithAccounts(open);

      expect(await store.accounts.find(anId(3))).toBeUndefined();
      expect(await store.accounts.findByEmail('nobody@example.com')).toBeUndefined();
    });

    test('refuses a second account with the address of the first and leaves the first alone', async () => {
      const store = await openWithAccounts(open);

      expect(await store.accounts.add(anAccount({ id: anId(3), name: 'Eve' }))).toBe(false);

      expect(await store.accounts.findByEmail('ada@example.com')).toEqual(anAccount());
      expect(await store.accounts.find(anId(3))).toBeUndefined();
    });

    test('lets one of fifty concurrent accounts have an address', async () => {
      const store = await open();

      const added = await atOnce(50, (index) => store.accounts.add(anAccount({ id: anId(index) })));

      expect(added.filter(Boolean)).toHaveLength(1);
      expect((await store.accounts.findByEmail('ada@example.com'))?.id).toBe(anId(added.indexOf(true)));
    });

    test('takes the preferences it is given and keeps the others', async () => {
      const store = await openWithAccounts(open);

      await store.accounts.setPreferences(anId(1), { name: 'Augusta', avatar: 'ada.png' });
      await store.accounts.setPreferences(anId(1), { interfaceTheme: 'dark', interfaceLanguage: 'ja-JP' });
      await store.accounts.setPreferences(anId(1), { timezone: 'Asia/Tokyo', avatar: null });
      await store.accounts.setPreferences(anId(1), {});

      expect(await store.accounts.find(anId(1))).toEqual(
        anAccount({ name: 'Augusta', interfaceTheme: 'dark', interfaceLanguage: 'ja-JP', timezone: 'Asia/Tokyo' }),
      );
      expect(await store.accounts.find(anId(2))).toEqual(anotherAccount());
    });

    test('changes the status of the account it is told, and of no other', async () => {
      const store = await openWithAccounts(open);

      await store.accounts.setStatus(anId(1), 'banned');

      expect(await store.accounts.find(anId(1))).toEqual(anAccount({ status: 'banned' }));
      expect(await store.accounts.find(anId(2))).toEqual(anotherAccount());
    });

    test('keeps the workspace that an account works in', async () => {
      const store = await openWithAccounts(open);
      await store.workspaces.add(aWorkspace({ id: anId(7) }));

      await store.accounts.setCurrentWorkspace(anId(1), anId(7));

      expect(await store.accounts.find(anId(1))).toEqual(anAccount({ currentWorkspaceId: anId(7) }));
      expect(await store.accounts.find(anId(2))).toEqual(anotherAccount());
    });

    test('keeps when and from where an account signed in last', async () => {
      const store = await openWithAccounts(open);

      await store.accounts.noteSignIn(anId(1), afterNoon(1), '192.0.2.1');
      await store.accounts.noteSignIn(anId(1), afterNoon(2), '192.0.2.2');

      expect(await store.accounts.find(anId(1))).toEqual(
        anAccount({ lastSignInAt: afterNoon(2), lastSignInIp: '192.0.2.2' }),
      );
      expect(await store.accounts.find(anId(2))).toEqual(anotherAccount());
    });

    test('finds people by a part of name or address in whatever case, and takes no sign for a pattern', async () => {
      const { accounts } = await openWithPeople(open);

      expect(await names(accounts, { search: 'GRACE' })).toEqual(['Grace']);
      expect(await names(accounts, { search: 'da@exa' })).toEqual(['Ada']);
      expect(await names(accounts, { search: '洛' })).toEqual(['ada 洛']);
      expect(await names(accounts, { search: '%' })).toEqual(['100%_\\']);
      expect(await names(accounts, { search: '_\\' })).toEqual(['100%_\\']);
      expect(await names(accounts, { search: 'nobody' })).toEqual([]);
    });

    test('finds people in every order, also by what the order does not know', async () => {
      const { accounts } = await openWithPeople(open);

      for (const sort of ['name', 'email', 'created_at', 'last_sign_in_at'] as const) {
        expect(await names(accounts, { search: 'gra', sort }), sort).toEqual(['Grace']);
      }
    });

    test('lists people by name whatever its case, address, age and last sign-in, those who never did first', async () => {
      const { accounts } = await openWithPeople(open);

      expect(await names(accounts, {})).toEqual(['100%_\\', 'Ada', 'ada 洛', 'Grace', 'Zoe']);
      expect(await names(accounts, { descending: true })).toEqual(['Zoe', 'Grace', 'ada 洛', 'Ada', '100%_\\']);
      expect(await names(accounts, { sort: 'email' })).toEqual(['Ada', 'Grace', 'Zoe', 'ada 洛', '100%_\\']);
      expect(await names(accounts, { sort: 'created_at' })).toEqual(['Ada', 'Grace', '100%_\\', 'ada 洛', 'Zoe']);
      expect((await names(accounts, { sort: 'last_sign_in_at' })).slice(3)).toEqual(['Zoe', 'Grace']);
      expect((await names(accounts, { sort: 'last_sign_in_at', descending: true })).slice(0, 2)).toEqual([
        'Grace',
        'Zoe',
      ]);
    });

    test('lists people by status, by workspace, and those without one', async () => {
      const store = await openWithPeople(open);
      await store.workspaces.add(aWorkspace({ id: anId(7) }));
      await store.workspaces.addMember(aMembership({ workspaceId: anId(7), accountId: anId(2) }));
      await store.accounts.setStatus(anId(1), 'banned');

      expect(await names(store.accounts, { status: 'banned' })).toEqual(['Ada']);
      expect(await names(store.accounts, { workspaceId: anId(7) })).toEqual(['Grace']);
      expect(await names(store.accounts, { withoutWorkspace: false })).toEqual(['Grace']);
      expect(await names(store.accounts, { withoutWorkspace: true, status: 'active' })).toEqual([
        '100%_\\',
        'ada 洛',
        'Zoe',
      ]);
      const { data } = await store.accounts.list({ ...EVERYBODY, search: 'grace' }, { offset: 0, limit: 1 });
      expect(data[0]?.workspaceCount).toBe(1);
    });

    test('counts who can get in how, and names the first of them', async () => {
      const { accounts, passwords } = await openWithPeople(open);
      for (const id of [anId<AccountId>(1), anId<AccountId>(2)]) await passwords.set(id, aPassword('hash'), NOON);
      await passwords.set(anId(5), aPassword('hash'), NOON);
      await accounts.setStatus(anId(5), 'banned');

      const groups = await accounts.countWaysIn(1);
      expect(groups.filter(({ count }) => count > 0)).toEqual([
        { ways: { password: true, identity: false }, count: 2, first: [{ name: 'Ada', email: 'ada@example.com' }] },
        { ways: { password: false, identity: false }, count: 2, first: [{ name: '100%_\\', email: 'z@example.com' }] },
      ]);
    });

    test('turns over pages without leaving anybody out, and counts all of them', async () => {
      const { accounts } = await openWithPeople(open);

      const pages = await Promise.all([0, 2, 4].map((offset) => accounts.list(EVERYBODY, { offset, limit: 2 })));

      expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
      expect(pages.flatMap(({ data }) => data.map(({ name }) => name))).toEqual(await names(accounts, {}));
      expect((await accounts.list(EVERYBODY, { offset: 5, limit: 2 })).data).toEqual([]);
    });

    test('reads a long list whole, each once, though names change and people come and go meanwhile', async () => {
      const { accounts } = await open();
      for (let n = 1; n <= LONG; n += 1)
        await accounts.add(anAccount({ id: anId(n), name: `P${n}`, email: `p${n}@example.com` }));

      const read: AccountId[] = [];
      for await (const { id } of accounts.read(EVERYBODY)) {
        read.push(id);
        if (read.length === 10) {
          await accounts.setPreferences(anId(LONG), { name: 'A' });
          await accounts.setPreferences(anId(1), { name: 'Z' });
          await accounts.remove(anId(2));
        }
      }

      expect(read).toEqual(Array.from({ length: LONG }, (_, index) => anId(index + 1)));
      for await (const { name } of accounts.read({ ...EVERYBODY, search: 'p11@' })) expect(name).toBe('P11');
    });

    test('lets others have their turn while a long list is read', async () => {
      const { accounts } = await open();
      for (let n = 1; n <= LONG; n += 1) await accounts.add(anAccount({ id: anId(n), email: `p${n}@example.com` }));
      const over = new AbortController();
      let turns = 0;
      const others = async () => {
        for (; !over.signal.aborted; turns += 1) await eventLoopTurn();
      };

      const waiting = others();
      for await (const _ of accounts.read(EVERYBODY));
      over.abort();
      await waiting;

      expect(turns).toBeGreaterThan(1);
    });
  });
}

/** More than are read at once. */
const LONG = 1100;

const EVERYBODY = {
  search: '',
  status: undefined,
  workspaceId: undefined,
  withoutWorkspace: undefined,
  sort: 'name',
  descending: false,
} as const satisfies AccountFilter & AccountOrder;

async function openWithPeople(open: OpenTestStore): Promise<Store> {
  const store = await openWithAccounts(open);
  const people = [
    { name: '100%_\\', email: 'z@example.com', createdAt: afterNoon(1) },
    { name: 'ada 洛', email: 'y@example.com', createdAt: afterNoon(2) },
    { name: 'Zoe', email: 'w@example.com', createdAt: afterNoon(3), lastSignInAt: afterNoon(4) },
  ];
  for (const [index, person] of people.entries())
    await store.accounts.add(anAccount({ id: anId(index + 3), ...person }));
  await store.accounts.noteSignIn(anId(2), afterNoon(5), '192.0.2.1');
  return store;
}

async function names(accounts: AccountStore, differences: Partial<AccountFilter & AccountOrder>): Promise<string[]> {
  const { total, data } = await accounts.list({ ...EVERYBODY, ...differences }, { offset: 0, limit: 50 });
  expect(total).toBe(data.length);
  return data.map(({ name }) => name);
}
