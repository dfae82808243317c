import { describe, expect, test } from 'vitest';
import { aBearerSession } from './a-bearer-session.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

const ALL = { offset: 0, limit: 100 };

export function bearerSessionStoreSuite(open: OpenTestStore): void {
  describe('bearer sessions', () => {
    test('admits with every detail of the session and its account', async () => {
      const { bearerSessions } = await openWithAccounts(open);
      const session = aBearerSession({
        accountId: anId(2),
        lastUsedAt: afterNoon(1.234),
        revokedAt: afterNoon(2),
      });

      await bearerSessions.replace(session);

      expect(await bearerSessions.findAdmitted(session.tokenHash)).toEqual({ session, account: anotherAccount() });
      expect(await bearerSessions.findAdmitted('bearer-token-2')).toBeUndefined();
    });

    test('shows the account as it is now', async () => {
      const { accounts, bearerSessions } = await openWithSession(open);

      await accounts.setStatus(anId(1), 'banned');

      expect((await bearerSessions.findAdmitted('bearer-token-1'))?.account).toEqual(anAccount({ status: 'banned' }));
    });

    test('finds a session for its own account only, an ended one too', async () => {
      const { bearerSessions } = await openWithSession(open);
      await bearerSessions.revoke(anId(1), anId(1), afterNoon(1));

      expect(await bearerSessions.find(anId(1), anId(1))).toEqual(aBearerSession({ revokedAt: afterNoon(1) }));
      expect(await bearerSessions.find(anId(1), anId(2))).toBeUndefined();
    });

    test('ends the live session of the same account, client and label when a new one comes', async () => {
      const { bearerSessions } = await openWithSession(open);

      await bearerSessions.replace(
        aBearerSession({ id: anId(2), tokenHash: 'bearer-token-2', createdAt: afterNoon(5) }),
      );

      expect((await bearerSessions.find(anId(1), anId(1)))?.revokedAt).toEqual(afterNoon(5));
      expect((await bearerSessions.find(anId(2), anId(1)))?.revokedAt).toBeNull();
    });

    test('leaves alone another label, another client and another account', async () => {
      const { bearerSessions } = await openWithSession(open);

      await bearerSessions.replace(aBearerSession({ id: anId(2), tokenHash: '2', deviceLabel: 'desktop' }));
      await bearerSessions.replace(aBearerSession({ id: anId(3), tokenHash: '3', clientId: 'other' }));
      await bearerSessions.replace(aBearerSession({ id: anId(4), tokenHash: '4', accountId: anId(2) }));

      expect((await bearerSessions.listLive(anId(1), afterNoon(1), ALL)).total).toBe(3);
      expect((await bearerSessions.listLive(anId(2), afterNoon(1), ALL)).total).toBe(1);
    });

    test('makes room for a new session where one has expired or was revoked', async () => {
      const { bearerSessions } = await openWithAccounts(open);
      await bearerSessions.replace(aBearerSession({ id: anId(1), tokenHash: '1', expiresAt: afterNoon(1) }));
      await bearerSessions.replace(aBearerSession({ id: anId(2), tokenHash: '2', createdAt: afterNoon(2) }));
      await bearerSessions.revoke(anId(2), anId(1), afterNoon(3));
      await bearerSessions.replace(aBearerSession({ id: anId(3), tokenHash: '3', createdAt: afterNoon(4) }));

      const { sessions } = await bearerSessions.listLive(anId(1), afterNoon(5), ALL);
      expect(sessions.map(({ id }) => id)).toEqual([anId(3)]);
      expect((await bearerSessions.find(anId(2), anId(1)))?.revokedAt).toEqual(afterNoon(3));
    });

    test('has one live session after fifty concurrent replacements', async () => {
      const { bearerSessions } = await openWithAccounts(open);

      await atOnce(50, (index) =>
        bearerSessions.replace(aBearerSession({ id: anId(index), tokenHash: `bearer-token-${index}` })),
      );

      expect((await bearerSessions.listLive(anId(1), afterNoon(1), ALL)).total).toBe(1);
      expect(
        await Promise.all(Array.from({ length: 50 }, (_, n) => bearerSessions.find(anId(n), anId(1)))),
      ).toHaveLength(50);
    });

    test('has one live session after fifty concurrent transactions that replace', async () => {
      const store = await openWithAccounts(open);

      await atOnce(50, (index) =>
        store.transaction(async ({ bearerSessions }) => {
          await bearerSessions.replace(aBearerSession({ id: anId(index), tokenHash: `bearer-token-${index}` }));
        }),
      );

      expect((await store.bearerSessions.listLive(anId(1), afterNoon(1), ALL)).total).toBe(1);
    });

    test('keeps when a session was used last', async () => {
      const { bearerSessions } = await openWithSession(open);

      await bearerSessions.noteUse(anId(1), afterNoon(60));

      expect(await bearerSessions.find(anId(1), anId(1))).toEqual(aBearerSession({ lastUsedAt: afterNoon(60) }));
    });

    test('lists a page of the live sessions of an account, newest first, and says how many there are', async () => {
      const { bearerSessions } = await openWithAccounts(open);
      const live = [5, 4, 3, 2, 1].map((n) =>
        aBearerSession({ id: anId(n), tokenHash: `${n}`, deviceLabel: `device ${n}`, createdAt: afterNoon(n) }),
      );
      const others = [
        aBearerSession({ id: anId(6), tokenHash: '6', deviceLabel: 'revoked', revokedAt: afterNoon(1) }),
        aBearerSession({ id: anId(7), tokenHash: '7', deviceLabel: 'expired', expiresAt: afterNoon(10) }),
        aBearerSession({ id: anId(8), tokenHash: '8', accountId: anId(2) }),
      ];
      for (const session of [...live, ...others]) await bearerSessions.replace(session);

      const list = (offset: number, limit: number) =>
        bearerSessions.listLive(anId(1), afterNoon(10), { offset, limit });
      expect(await list(0, 2)).toEqual({ total: 5, sessions: live.slice(0, 2) });
      expect(await list(4, 2)).toEqual({ total: 5, sessions: live.slice(4) });
      expect(await list(6, 2)).toEqual({ total: 5, sessions: [] });
    });

    test('revokes a live session of the account, once', async () => {
      const { bearerSessions } = await openWithSession(open);

      expect(await bearerSessions.revoke(anId(1), anId(1), afterNoon(1))).toBe(true);
      expect(await bearerSessions.revoke(anId(1), anId(1), afterNoon(2))).toBe(false);

      expect((await bearerSessions.findAdmitted('bearer-token-1'))?.session.revokedAt).toEqual(afterNoon(1));
    });

    test('does not revoke the session of somebody else or one that has expired', async () => {
      const { bearerSessions } = await openWithSession(open);

      expect(await bearerSessions.revoke(anId(1), anId(2), afterNoon(1))).toBe(false);
      expect(await bearerSessions.revoke(anId(1), anId(1), afterNoon(14 * DAY))).toBe(false);

      expect((await bearerSessions.find(anId(1), anId(1)))?.revokedAt).toBeNull();
    });

    test('ends every live session of an account and counts them', async () => {
      const { bearerSessions } = await openWithSession(open);
      await bearerSessions.replace(aBearerSession({ id: anId(2), tokenHash: '2', deviceLabel: 'desktop' }));
      await bearerSessions.replace(aBearerSession({ id: anId(3), tokenHash: '3', accountId: anId(2) }));

      expect(await bearerSessions.revokeAll(anId(1), afterNoon(1))).toBe(2);
      expect(await bearerSessions.revokeAll(anId(1), afterNoon(2))).toBe(0);

      expect((await bearerSessions.find(anId(3), anId(2)))?.revokedAt).toBeNull();
    });

    test('ends everybody’s live sessions, and counts them', async () => {
      const { bearerSessions } = await openWithSession(open);
      await bearerSessions.replace(aBearerSession({ id: anId(2), tokenHash: '2', accountId: anId(2) }));

      expect(await bearerSessions.revokeEverybodys(afterNoon(1))).toBe(2);
      expect(await bearerSessions.revokeEverybodys(afterNoon(2))).toBe(0);

      expect((await bearerSessions.find(anId(2), anId(2)))?.revokedAt).toEqual(afterNoon(1));
    });
  });
}

async function openWithSession(open: OpenTestStore) {
  const store = await openWithAccounts(open);
  await store.bearerSessions.replace(aBearerSession());
  return store;
}
