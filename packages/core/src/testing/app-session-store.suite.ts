import { describe, expect, test } from 'vitest';
import type { ExternalUser } from '../webapps/external-user.ts';
import { aMembership } from './a-membership.ts';
import { aWebApp } from './a-webapp.ts';
import { anAppSession } from './an-app-session.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithWebApp } from './open-with-webapp.ts';

export function appSessionStoreSuite(open: OpenTestStore): void {
  describe('sessions on a WebApp', () => {
    test('are read with the WebApp and with who the visitor is now', async () => {
      const store = await openWithWebApp(open);
      await store.webApps.choose(anId(1), { groupIds: [], accountIds: [anId(1)] });
      await store.appSessions.add(anAppSession());

      expect(await store.appSessions.findVisit('token', NOON)).toEqual({
        session: anAppSession(),
        webApp: { ...aWebApp(), workspaceName: "Ada's Workspace", workspaceStatus: 'normal' },
        visitor: {
          kind: 'member',
          account: { id: anId(1), name: 'Ada', email: 'ada@example.com', status: 'active' },
          isMember: true,
          isChosen: true,
          groups: [],
        },
        shareLinkExpiresAt: null,
      });
    });

    test('show a ban, a lost membership and a lost choice at the next reading', async () => {
      const store = await openWithWebApp(open);
      await store.webApps.choose(anId(1), { groupIds: [], accountIds: [anId(1)] });
      await store.appSessions.add(anAppSession());

      await store.accounts.setStatus(anId(1), 'banned');
      await store.webApps.choose(anId(1), { groupIds: [], accountIds: [] });
      await store.workspaces.change(anId(1), { status: 'archive' });

      expect(await store.appSessions.findVisit('token', NOON)).toMatchObject({
        visitor: { account: { status: 'banned' }, isMember: false, isChosen: false },
        webApp: { workspaceStatus: 'archive' },
      });
    });

    test('belong to nobody once the sign-in behind them has ended, in either way', async () => {
      const store = await openWithWebApp(open);
      await store.appSessions.add(anAppSession({ expiresAt: afterNoon(100 * DAY) }));

      expect((await store.appSessions.findVisit('token', afterNoon(90 * DAY)))?.visitor).toEqual({ kind: 'nobody' });
      await store.consoleSessions.revoke(anId(1), anId(1), NOON);
      expect((await store.appSessions.findVisit('token', NOON))?.visitor).toEqual({ kind: 'nobody' });
    });

    test('end at the very instant of their expiry', async () => {
      const { appSessions } = await openWithWebApp(open);
      await appSessions.add(anAppSession({ expiresAt: afterNoon(60) }));

      expect(await appSessions.findVisit('token', afterNoon(59))).toBeDefined();
      expect(await appSessions.findVisit('token', afterNoon(60))).toBeUndefined();
    });

    test('begin as a code, which is no session', async () => {
      const { appSessions } = await openWithWebApp(open);
      await appSessions.add(anAppSession({ tokenHash: 'code', nonceHash: 'nonce' }));

      expect(await appSessions.findVisit('code', NOON)).toBeUndefined();
    });

    test('are opened by one of fifty that exchange the code at once', async () => {
      const { appSessions } = await openWithWebApp(open);
      await appSessions.add(anAppSession({ tokenHash: 'code', nonceHash: 'nonce', expiresAt: afterNoon(60) }));

      const opened = await atOnce(50, (n) => appSessions.open(anOpening({ tokenHash: `token ${n}` })));

      expect(opened.filter(Boolean)).toHaveLength(1);
      expect(await appSessions.findVisit(`token ${opened.indexOf(true)}`, afterNoon(3599))).toBeDefined();
      expect(await appSessions.findVisit('code', NOON)).toBeUndefined();
    });

    test('are not opened by another browser, on another WebApp or too late', async () => {
      const { appSessions, webApps } = await openWithWebApp(open);
      await webApps.add(aWebApp({ id: anId(2), code: 'blog' }));
      await appSessions.add(anAppSession({ tokenHash: 'code', nonceHash: 'nonce', expiresAt: afterNoon(60) }));

      expect(await appSessions.open(anOpening({ nonceHash: 'another' }))).toBe(false);
      expect(await appSessions.open(anOpening({ webAppId: anId(2) }))).toBe(false);
      expect(await appSessions.open(anOpening({ now: afterNoon(60) }))).toBe(false);
      expect(await appSessions.open(anOpening())).toBe(true);
    });

    test('keep what the browser had proven before', async () => {
      const store = await openWithWebApp(open);
      await store.shareLinks.add({
        id: anId(5),
        webAppId: anId(1),
        label: '',
        tokenHash: 'link',
        createdAt: NOON,
        expiresAt: afterNoon(99),
      });
      await store.appSessions.add(anAppSession({ tokenHash: 'code', nonceHash: 'nonce', provenPassphrase: 'newer' }));

      await store.appSessions.open(anOpening({ before: { provenPassphrase: 'older', shareLinkId: anId(5) } }));

      expect(await store.appSessions.findVisit('token', NOON)).toMatchObject({
        session: { provenPassphrase: 'newer', shareLinkId: anId(5) },
        shareLinkExpiresAt: afterNoon(99),
      });
      await store.shareLinks.remove(anId(1), anId(5));
      expect((await store.appSessions.findVisit('token', NOON))?.shareLinkExpiresAt).toBeNull();
    });

    test('are listed by WebApp, of one account where it is named, the open ones only', async () => {
      const store = await openWithWebApp(open);
      await store.workspaces.addMember(aMembership({ accountId: anId(2), role: 'normal' }));
      await store.appSessions.add(anAppSession());
      await store.appSessions.add(anAppSession({ tokenHash: 'nobody', consoleSessionId: null }));
      await store.appSessions.add(anAppSession({ tokenHash: 'over', expiresAt: NOON }));
      await store.appSessions.add(anAppSession({ tokenHash: 'code', nonceHash: 'nonce' }));
      const listed = async (accountId?: Parameters<typeof store.appSessions.listVisits>[2]) =>
        new Set((await store.appSessions.listVisits(anId(1), NOON, accountId)).map(({ session }) => session.tokenHash));

      expect(await listed()).toEqual(new Set(['nobody', 'token']));
      expect(await listed(anId(1))).toEqual(new Set(['token']));
      expect(await listed(anId(2))).toEqual(new Set());
    });

    test('are read many at once, the open ones only', async () => {
      const { appSessions } = await openWithWebApp(open);
      const hashes = Array.from({ length: 501 }, (_, n) => `token ${n}`);
      for (const tokenHash of hashes) await appSessions.add(anAppSession({ tokenHash }));
      await appSessions.add(anAppSession({ tokenHash: 'over', expiresAt: NOON }));
      await appSessions.add(anAppSession({ tokenHash: 'code', nonceHash: 'nonce' }));

      const visits = await appSessions.findVisits([...hashes, 'over', 'code', 'unknown'], NOON);

      expect(new Set(visits.map(({ session }) => session.tokenHash))).toEqual(new Set(hashes));
      expect(visits).toContainEqual(await appSessions.findVisit('token 7', NOON));
      expect(await appSessions.findVisits([], NOON)).toEqual([]);
    });

    test('end once, with the account, and with the WebApp', async () => {
      const store = await openWithWebApp(open);
      await store.appSessions.add(anAppSession());
      await store.appSessions.add(anAppSession({ tokenHash: 'other' }));

      expect((await atOnce(10, () => store.appSessions.remove('token'))).filter(Boolean)).toHaveLength(1);
      await store.accounts.remove(anId(1));
      expect(await store.appSessions.findVisit('other', NOON)).toBeUndefined();
    });

    test('of an external user know whether they are refused, and end together', async () => {
      const store = await openWithWebApp(open);
      const user = await store.externalUsers.visit(aUser());
      await store.appSessions.add(anAppSession({ consoleSessionId: null, externalUserId: user.id }));
      const { id, connectionId, name, email } = user;

      expect((await store.appSessions.findVisit('token', NOON))?.visitor).toEqual({
        kind: 'external',
        user: { id, connectionId, name, email, refusedAt: null },
      });
      await store.externalUsers.setRefused(id, NOON);
      expect((await store.appSessions.findVisit('token', NOON))?.visitor).toMatchObject({ user: { refusedAt: NOON } });
      expect(await store.appSessions.removeExternal(id, NOON)).toBe(1);
      expect(await store.appSessions.findVisit('token', NOON)).toBeUndefined();
    });

    test('of everybody end together', async () => {
      const store = await openWithWebApp(open);
      await store.appSessions.add(anAppSession());

      await store.appSessions.removeAll();

      expect(await store.appSessions.findVisit('token', NOON)).toBeUndefined();
    });
  });

  describe('links to a WebApp', () => {
    test('work until the very instant of their expiry, on their own WebApp', async () => {
      const { shareLinks, webApps } = await openWithWebApp(open);
      await webApps.add(aWebApp({ id: anId(2), code: 'blog' }));
      const link = { id: anId(5), webAppId: anId(1), label: 'For Eve', tokenHash: 'link', createdAt: NOON } as const;
      await shareLinks.add({ ...link, id: anId(5), webAppId: anId(1), expiresAt: afterNoon(60) });

      expect(await shareLinks.find(anId(1), 'link', afterNoon(59))).toMatchObject({ label: 'For Eve' });
      expect(await shareLinks.list(anId(1), afterNoon(59))).toHaveLength(1);
      expect(await shareLinks.find(anId(1), 'link', afterNoon(60))).toBeUndefined();
      expect(await shareLinks.find(anId(2), 'link', NOON)).toBeUndefined();
      expect((await atOnce(10, () => shareLinks.remove(anId(1), anId(5)))).filter(Boolean)).toHaveLength(1);
    });
  });

  describe('external users', () => {
    test('are kept once however many visits come at once, with their newest name and address', async () => {
      const { externalUsers } = await openWithWebApp(open);

      const visits = await atOnce(20, (n) => externalUsers.visit(aUser({ id: anId(n + 1) })));
      await externalUsers.visit(aUser({ id: anId(99), name: 'Eve Newname', lastVisitAt: afterNoon(60) }));

      expect(new Set(visits.map(({ id }) => id)).size).toBe(1);
      const { total, data } = await externalUsers.list('newname', { offset: 0, limit: 10 });
      expect([total, data[0]?.lastVisitAt, data[0]?.createdAt]).toEqual([1, afterNoon(60), NOON]);
    });

    test('are others with another subject or through another connection, and stay refused when they come again', async () => {
      const { externalUsers } = await openWithWebApp(open);
      const eve = await externalUsers.visit(aUser());
      await externalUsers.visit(aUser({ id: anId(2), subject: 'Eve' }));
      await externalUsers.visit(aUser({ id: anId(3), connectionId: anId(8) }));

      expect((await externalUsers.list('', { offset: 0, limit: 10 })).total).toBe(3);
      expect(await externalUsers.setRefused(eve.id, NOON)).toBe(true);
      expect((await externalUsers.visit(aUser())).refusedAt).toEqual(NOON);
      expect(await externalUsers.setRefused(anId(77), NOON)).toBe(false);
    });
  });
}

function anOpening(differences: object = {}) {
  return {
    webAppId: anId<ReturnType<typeof aWebApp>['id']>(1),
    codeHash: 'code',
    nonceHash: 'nonce',
    tokenHash: 'token',
    now: NOON,
    expiresAt: afterNoon(3600),
    before: undefined,
    ...differences,
  };
}

function aUser(differences: Partial<ExternalUser> = {}): Omit<ExternalUser, 'refusedAt'> {
  return {
    id: anId(1),
    connectionId: anId(7),
    subject: 'eve',
    email: 'eve@partner.example',
    name: 'Eve',
    createdAt: NOON,
    lastVisitAt: NOON,
    ...differences,
  };
}
