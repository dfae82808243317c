import { describe, expect, test } from 'vitest';
import { aWorkspace } from './a-workspace.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { afterNoon } from './instant.ts';
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
  });
}
