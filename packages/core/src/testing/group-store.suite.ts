import { describe, expect, test } from 'vitest';
import type { Group } from '../webapps/group.ts';
import { aWorkspace } from './a-workspace.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithWebApp } from './open-with-webapp.ts';

const PAGE = { offset: 0, limit: 10 };

export function groupStoreSuite(open: OpenTestStore): void {
  describe('groups', () => {
    test('are found with whose they are and how many belong to them', async () => {
      const { groups } = await openWithWebApp(open);
      await groups.add(aGroup({ workspaceId: anId(1) }));
      await groups.addMember(anId(1), anId(1));
      await groups.addMember(anId(1), anId(1));

      expect(await groups.find(anId(1))).toEqual({
        ...aGroup({ workspaceId: anId(1) }),
        workspaceName: "Ada's Workspace",
        memberCount: 1,
      });
    });

    test('have names of their own in one workspace, however they are capitalised', async () => {
      const { groups } = await openWithWebApp(open);
      expect((await atOnce(20, (n) => groups.add(aGroup({ id: anId(n + 1) })))).filter(Boolean)).toHaveLength(1);
      expect(await groups.add(aGroup({ id: anId(30), name: 'EDITORS' }))).toBe(false);
      expect(await groups.add(aGroup({ id: anId(31), workspaceId: anId(1) }))).toBe(true);
      expect(await groups.add(aGroup({ id: anId(32), name: 'Writers' }))).toBe(true);
      expect(await groups.rename(anId(32), 'editors')).toBe(false);
      expect(await groups.rename(anId(32), 'writers')).toBe(true);
    });

    test('can be chosen by their own workspace, those of the whole instance by every one', async () => {
      const { groups, workspaces } = await openWithWebApp(open);
      await workspaces.add(aWorkspace({ id: anId(2) }));
      await groups.add(aGroup({ id: anId(1), name: 'Everywhere' }));
      await groups.add(aGroup({ id: anId(2), name: 'Here', workspaceId: anId(1) }));
      await groups.add(aGroup({ id: anId(3), name: 'There', workspaceId: anId(2) }));
      const find = async (search: string, choosableBy?: ReturnType<typeof aWorkspace>['id']) =>
        (await groups.list({ search, choosableBy }, PAGE)).data.map(({ name }) => name);

      expect(await find('')).toEqual(['Everywhere', 'Here', 'There']);
      expect(await find('', anId(1))).toEqual(['Everywhere', 'Here']);
      expect(await find('HERE', anId(2))).toEqual(['Everywhere', 'There']);
    });

    test('tell their members by name or by a part of it', async () => {
      const { groups } = await openWithWebApp(open);
      await groups.add(aGroup());
      await groups.addMember(anId(1), anId(2));
      await groups.addMember(anId(1), anId(1));
      const find = async (search: string) => {
        const { total, data } = await groups.searchMembers(anId(1), search, PAGE);
        return [total, ...data.map(({ name }) => name)];
      };

      expect(await find('')).toEqual([2, 'Ada', 'Grace']);
      expect(await find('GRACE@')).toEqual([1, 'Grace']);
    });

    test('lose a member once', async () => {
      const { groups } = await openWithWebApp(open);
      await groups.add(aGroup());
      await groups.addMember(anId(1), anId(1));

      const removed = await atOnce(20, () => groups.removeMember(anId(1), anId(1)));

      expect(removed.filter(Boolean)).toHaveLength(1);
    });

    test('know which WebApps have chosen them, and are forgotten there when they go', async () => {
      const { groups, webApps } = await openWithWebApp(open);
      await groups.add(aGroup());
      await webApps.choose(anId(1), { groupIds: [anId(1)], accountIds: [] });

      expect(await groups.webAppsOf(anId(1))).toEqual([anId(1)]);
      expect(await groups.remove(anId(1))).toBe(true);
      expect(await groups.remove(anId(1))).toBe(false);
      expect((await webApps.chosen(anId(1))).groups).toEqual([]);
    });
  });
}

function aGroup(differences: Partial<Group> = {}): Group {
  return { id: anId(1), name: 'Editors', workspaceId: null, createdAt: NOON, ...differences };
}
