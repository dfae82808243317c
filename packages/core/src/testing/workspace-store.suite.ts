import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import { describe, expect, test } from 'vitest';
import type { WorkspaceFilter, WorkspaceOrder } from '../workspaces/workspace-store.ts';
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

    test('lists and finds workspaces by name whatever its case, by age and by size, with owner and members', async () => {
      const { workspaces } = await openWithAccounts(open);
      const places = [
        { name: 'zebra', createdAt: afterNoon(1) },
        { name: 'Apple', createdAt: afterNoon(3) },
        { name: 'mango_1', createdAt: afterNoon(2), status: 'archive' },
      ] as const;
      for (const [index, place] of places.entries()) await workspaces.add(aWorkspace({ id: anId(index), ...place }));
      await workspaces.addMember(aMembership({ workspaceId: anId(1), accountId: anId(2) }));
      await workspaces.addMember(aMembership({ workspaceId: anId(1), accountId: anId(1), role: 'normal' }));
      const list = async (differences: Partial<WorkspaceFilter & WorkspaceOrder>) =>
        (await workspaces.list({ ...EVERY_WORKSPACE, ...differences }, { offset: 0, limit: 10 })).data;
      const names = async (differences: Partial<WorkspaceFilter & WorkspaceOrder>) =>
        (await list(differences)).map(({ name }) => name);

      expect(await names({})).toEqual(['Apple', 'mango_1', 'zebra']);
      expect(await names({ sort: 'created_at', descending: true })).toEqual(['Apple', 'mango_1', 'zebra']);
      expect((await names({ sort: 'member_count', descending: true }))[0]).toBe('Apple');
      expect(await names({ status: 'archive' })).toEqual(['mango_1']);
      expect(await names({ search: 'PP' })).toEqual(['Apple']);
      expect(await names({ search: '_' })).toEqual(['mango_1']);
      expect((await list({ search: 'apple' }))[0]).toEqual({
        ...aWorkspace({ id: anId(1), name: 'Apple', createdAt: afterNoon(3) }),
        owner: { id: anId(2), name: 'Grace', email: 'grace@example.com' },
        memberCount: 2,
      });
    });

    test('reads a long list whole, each once, though names change meanwhile', async () => {
      const { workspaces } = await open();
      for (let n = 1; n <= 1100; n += 1) await workspaces.add(aWorkspace({ id: anId(n), name: `W${n}` }));

      const read: WorkspaceId[] = [];
      for await (const { id } of workspaces.read(EVERY_WORKSPACE)) {
        read.push(id);
        if (read.length === 10) await workspaces.change(anId(1), { name: 'Z' });
      }

      expect(read).toEqual(Array.from({ length: 1100 }, (_, index) => anId(index + 1)));
    });
  });
}

const EVERY_WORKSPACE = {
  search: '',
  status: undefined,
  sort: 'name',
  descending: false,
} as const satisfies WorkspaceFilter & WorkspaceOrder;
