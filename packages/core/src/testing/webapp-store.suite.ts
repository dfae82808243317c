import { describe, expect, test } from 'vitest';
import type { Access } from '../webapps/webapp.ts';
import { aMembership } from './a-membership.ts';
import { aWebApp } from './a-webapp.ts';
import { aWorkspace } from './a-workspace.ts';
import { anId } from './an-id.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithWebApp } from './open-with-webapp.ts';

const PAGE = { offset: 0, limit: 10 };

export function webAppStoreSuite(open: OpenTestStore): void {
  describe('WebApps', () => {
    test('are found by id, code and host, with what of their workspace counts', async () => {
      const { webApps } = await openWithWebApp(open, {
        host: 'wiki.example.com',
        icon: '📚',
        addressRanges: ['192.0.2.0/24'],
        frameOrigins: ['https://portal.example.com'],
        needsShareLink: true,
        passphraseHash: 'hash',
      });
      const expected = {
        ...aWebApp({
          host: 'wiki.example.com',
          icon: '📚',
          addressRanges: ['192.0.2.0/24'],
          frameOrigins: ['https://portal.example.com'],
          needsShareLink: true,
          passphraseHash: 'hash',
        }),
        workspaceName: "Ada's Workspace",
        workspaceStatus: 'normal',
      };

      expect(await webApps.find(anId(1))).toEqual(expected);
      expect(await webApps.findByCode('wiki')).toEqual(expected);
      expect(await webApps.findByHost('wiki.example.com')).toEqual(expected);
      expect(await webApps.findByHost('wiki')).toBeUndefined();
    });

    test('have a code of their own: of twenty additions at once one succeeds', async () => {
      const { webApps } = await openWithWebApp(open);

      const added = await atOnce(20, (n) => webApps.add(aWebApp({ id: anId(n + 10), code: 'blog' })));

      expect(added.filter(Boolean)).toHaveLength(1);
    });

    test('do not take the code or the host of another one', async () => {
      const { webApps } = await openWithWebApp(open, { host: 'wiki.example.com' });

      expect(await webApps.add(aWebApp({ id: anId(2), code: 'blog', host: 'wiki.example.com' }))).toBe(false);
      expect(await webApps.add(aWebApp({ id: anId(2), code: 'blog' }))).toBe(true);
      expect(await webApps.change(anId(2), { code: 'wiki' })).toBe(false);
      expect(await webApps.change(anId(2), { host: 'wiki.example.com' })).toBe(false);
      expect(await webApps.change(anId(2), { code: 'blog', name: 'Blog' })).toBe(true);
    });

    test('are changed in part', async () => {
      const { webApps } = await openWithWebApp(open);

      expect(await webApps.change(anId(1), { isEnabled: false, rulesChangedAt: afterNoon(5) })).toBe(true);

      expect(await webApps.find(anId(1))).toMatchObject({
        ...aWebApp(),
        isEnabled: false,
        rulesChangedAt: afterNoon(5),
      });
      expect(await webApps.change(anId(9), { isEnabled: false })).toBe(false);
    });

    test('are listed by name, of one workspace where it is named, found by a part of name, code or host', async () => {
      const { webApps, workspaces } = await openWithWebApp(open);
      await workspaces.add(aWorkspace({ id: anId(2) }));
      await webApps.add(aWebApp({ id: anId(2), code: 'a-blog', name: 'Tagebuch', workspaceId: anId(2) }));
      const find = async (search: string, workspaceId?: ReturnType<typeof aWorkspace>['id']) =>
        (await webApps.list({ search, workspaceId }, PAGE)).data.map(({ name }) => name);

      expect(await find('')).toEqual(['Tagebuch', 'Wiki']);
      expect(await find('BLOG')).toEqual(['Tagebuch']);
      expect(await find('', anId(1))).toEqual(['Wiki']);
    });

    test('go with everything that belongs to them', async () => {
      const { webApps } = await openWithWebApp(open);
      await webApps.choose(anId(1), { groupIds: [], accountIds: [anId(1)] });

      expect(await webApps.remove(anId(1))).toBe(true);
      expect(await webApps.remove(anId(1))).toBe(false);
      expect(await webApps.find(anId(1))).toBeUndefined();
    });

    test('know whom they are open to, by name and by group', async () => {
      const store = await openWithWebApp(open);
      await store.groups.add({ id: anId(7), name: 'Editors', workspaceId: null, createdAt: NOON });
      await store.groups.addMember(anId(7), anId(1));
      await store.webApps.choose(anId(1), { groupIds: [anId(7)], accountIds: [anId(2), anId(2)] });

      expect(await store.webApps.chosen(anId(1))).toEqual({
        groups: [{ id: anId(7), name: 'Editors', memberCount: 1 }],
        people: [{ id: anId(2), name: 'Grace', email: 'grace@example.com' }],
      });
      expect(await store.webApps.standing(anId(1), anId(1))).toEqual({
        visitor: {
          kind: 'member',
          account: { id: anId(1), name: 'Ada', email: 'ada@example.com', status: 'active' },
          isMember: true,
          isChosen: true,
          groups: ['Editors'],
        },
        isChosenByName: false,
        groups: [{ id: anId(7), name: 'Editors' }],
      });
      expect(await store.webApps.standing(anId(1), anId(2))).toMatchObject({
        visitor: { isMember: false, isChosen: true, groups: [] },
        isChosenByName: true,
      });
      expect(await store.webApps.standing(anId(1), anId(9))).toBeUndefined();
    });

    test('forget an earlier choice with a new one', async () => {
      const { webApps } = await openWithWebApp(open);
      await webApps.choose(anId(1), { groupIds: [], accountIds: [anId(1)] });

      await webApps.choose(anId(1), { groupIds: [], accountIds: [anId(2)] });

      expect((await webApps.chosen(anId(1))).people.map(({ name }) => name)).toEqual(['Grace']);
    });

    test('tell only groups of their own workspace and of the whole instance', async () => {
      const store = await openWithWebApp(open);
      await store.workspaces.add(aWorkspace({ id: anId(2) }));
      for (const [n, workspaceId] of [
        [1, null],
        [2, anId<ReturnType<typeof aWorkspace>['id']>(1)],
        [3, anId<ReturnType<typeof aWorkspace>['id']>(2)],
      ] as const) {
        await store.groups.add({ id: anId(n), name: `Group ${n}`, workspaceId, createdAt: NOON });
        await store.groups.addMember(anId(n), anId(1));
      }

      expect((await store.webApps.standing(anId(1), anId(1)))?.visitor.groups).toEqual(['Group 1', 'Group 2']);
    });

    test('are listed with what an account is to each of those that are on', async () => {
      const { webApps } = await openWithWebApp(open);
      await webApps.add(aWebApp({ id: anId(2), code: 'off', isEnabled: false }));
      await webApps.add(aWebApp({ id: anId(3), code: 'blog', name: 'Blog' }));
      await webApps.choose(anId(3), { groupIds: [], accountIds: [anId(1)] });

      const standings = await webApps.listStandings(anId(1));

      expect(
        standings.map(({ webApp, visitor }) => [webApp.code, visitor.kind === 'member' && visitor.isChosen]),
      ).toEqual([
        ['blog', true],
        ['wiki', false],
      ]);
    });

    test('count the active members that a choice lets in, and nobody for an empty one', async () => {
      const store = await openWithWebApp(open);
      const { webApps } = store;
      await store.workspaces.addMember(aMembership({ accountId: anId(2), role: 'normal' }));
      await store.accounts.add(anotherAccount({ id: anId(3), email: 'stranger@example.com', name: 'Stranger' }));
      await store.groups.add({ id: anId(7), name: 'Editors', workspaceId: null, createdAt: NOON });
      await store.groups.addMember(anId(7), anId(2));
      const ada = { id: anId(1), name: 'Ada', email: 'ada@example.com' };
      const grace = { id: anId(2), name: 'Grace', email: 'grace@example.com' };
      const nobody = { groupIds: [], accountIds: [] };

      expect(await webApps.countLetIn({ accessMode: 'private_all', ...nobody }, 1)).toEqual({ count: 2, first: [ada] });
      expect(await webApps.countLetIn({ accessMode: 'private', ...nobody }, 5)).toEqual({ count: 0, first: [] });
      const chosen: Access = { accessMode: 'private', groupIds: [anId(7)], accountIds: [anId(1), anId(3)] };
      expect(await webApps.countLetIn(chosen, 5)).toEqual({ count: 2, first: [ada, grace] });
      expect(await webApps.letIn(chosen, [anId(2), anId(3)])).toEqual(new Set([anId(2)]));
      await store.accounts.setStatus(anId(2), 'banned');
      expect((await webApps.countLetIn(chosen, 5)).count).toBe(1);
    });
  });
}
