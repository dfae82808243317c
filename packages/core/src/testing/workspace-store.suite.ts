import { describe, expect, test } from 'vitest';
import { aMembership } from './a-membership.ts';
import { aWorkspace } from './a-workspace.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function workspaceStoreSuite(open: OpenTestStore): void {
  describe('workspaces', () => {
    test('lists the workspaces of an account with its role, oldest first, archived ones too', async () => {
      const { workspaces } = await openWithAccounts(open);
      const young = aWorkspace({ id: anId(1), name: 'Young', createdAt: afterNoon(2) });
      const old = aWorkspace({ id: anId(2), name: 'Old', status: 'archive' });
      const foreign = aWorkspace({ id: anId(3), name: 'Foreign' });
      for (const workspace of [young, old, foreign]) await workspaces.add(workspace);

      await workspaces.addMember(aMembership({ workspaceId: young.id, role: 'owner' }));
      await workspaces.addMember(aMembership({ workspaceId: old.id, role: 'dataset_operator' }));
      await workspaces.addMember(aMembership({ workspaceId: foreign.id, accountId: anId(2) }));

      expect(await workspaces.listOf(anId(1))).toEqual([
        { ...old, role: 'dataset_operator' },
        { ...young, role: 'owner' },
      ]);
    });

    test('lists nothing for an account that is a member of nothing', async () => {
      const { workspaces } = await openWithAccounts(open);
      await workspaces.add(aWorkspace());

      expect(await workspaces.listOf(anId(1))).toEqual([]);
    });

    test('takes nobody in twice, and leaves the first role alone', async () => {
      const { workspaces } = await openWithAccounts(open);
      await workspaces.add(aWorkspace());

      expect(await workspaces.addMember(aMembership({ role: 'editor' }))).toBe(true);
      expect(await workspaces.addMember(aMembership({ role: 'admin' }))).toBe(false);

      expect((await workspaces.listOf(anId(1))).map(({ role }) => role)).toEqual(['editor']);
    });

    test('refuses a second owner, but not a second admin', async () => {
      const { workspaces } = await openWithAccounts(open);
      await workspaces.add(aWorkspace());
      await workspaces.addMember(aMembership({ accountId: anId(1), role: 'owner' }));

      expect(await workspaces.addMember(aMembership({ accountId: anId(2), role: 'owner' }))).toBe(false);
      expect(await workspaces.listOf(anId(2))).toEqual([]);
      expect(await workspaces.addMember(aMembership({ accountId: anId(2), role: 'admin' }))).toBe(true);
    });

    test('has one owner after fifty accounts claimed it at once', async () => {
      const { accounts, workspaces } = await open();
      await workspaces.add(aWorkspace());
      for (let n = 0; n < 50; n += 1) await accounts.add(anAccount({ id: anId(n), email: `${n}@example.com` }));

      const added = await atOnce(50, (index) => workspaces.addMember(aMembership({ accountId: anId(index) })));

      expect(added.filter(Boolean)).toHaveLength(1);
    });

    test('takes a person in once when that is asked fifty times at once', async () => {
      const { workspaces } = await openWithAccounts(open);
      await workspaces.add(aWorkspace());

      const added = await atOnce(50, () => workspaces.addMember(aMembership({ role: 'normal' })));

      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await workspaces.listOf(anId(1))).toHaveLength(1);
    });
  });
}
