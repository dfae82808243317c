import { describe, expect, test } from 'vitest';
import { aConsoleSession } from './a-console-session.ts';
import { aPassword } from './a-password.ts';
import { aRefreshToken } from './a-refresh-token.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { anotherAccount } from './another-account.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function consoleSessionStoreSuite(open: OpenTestStore): void {
  describe('console sessions', () => {
    test('admits with every detail of the session and its account', async () => {
      const { consoleSessions } = await openWithAccounts(open);
      const session = aConsoleSession({ accountId: anId(2), lastUsedAt: afterNoon(1), revokedAt: afterNoon(2.345) });

      await consoleSessions.add(session, aRefreshToken());

      expect(await consoleSessions.findAdmitted(session.id)).toEqual({
        session,
        account: anotherAccount(),
        isPasswordSet: false,
      });
    });

    test('admits nobody under an unknown id', async () => {
      const { consoleSessions } = await openWithSession(open);

      expect(await consoleSessions.findAdmitted(anId(2))).toBeUndefined();
    });

    test('shows the account as it is now: its status and whether a password is set', async () => {
      const { accounts, passwords, consoleSessions } = await openWithSession(open);

      await accounts.setStatus(anId(1), 'banned');
      await passwords.set(anId(1), aPassword('hash'), NOON);

      const admitted = await consoleSessions.findAdmitted(anId(1));
      expect(admitted?.account).toEqual(anAccount({ status: 'banned' }));
      expect(admitted?.isPasswordSet).toBe(true);
    });

    test('finds by a refresh token the session, the account and the token', async () => {
      const { consoleSessions } = await openWithSession(open);
      const second = aRefreshToken({ hash: 'refresh-token-2', issuedAt: afterNoon(1), expiresAt: afterNoon(2) });
      await consoleSessions.addRefreshToken(second);

      expect(await consoleSessions.findRefreshToken('refresh-token-2')).toEqual({
        session: aConsoleSession(),
        account: anAccount(),
        isPasswordSet: false,
        token: second,
      });
      expect(await consoleSessions.findRefreshToken('refresh-token-3')).toBeUndefined();
    });

    test('keeps no session whose refresh token it cannot keep', async () => {
      const { consoleSessions } = await openWithSession(open);

      await expect(consoleSessions.add(aConsoleSession({ id: anId(2) }), aRefreshToken())).rejects.toThrow();

      expect(await consoleSessions.findAdmitted(anId(2))).toBeUndefined();
    });

    test('lets one of fifty concurrent refreshes use a token, and remembers when', async () => {
      const { consoleSessions } = await openWithSession(open);

      const used = await atOnce(50, (index) =>
        consoleSessions.markRefreshTokenUsed('refresh-token-1', afterNoon(index)),
      );

      expect(used.filter(Boolean)).toHaveLength(1);
      expect((await consoleSessions.findRefreshToken('refresh-token-1'))?.token.usedAt).toEqual(
        afterNoon(used.indexOf(true)),
      );
    });

    test('has no refresh token to use that it does not know', async () => {
      const { consoleSessions } = await openWithSession(open);

      expect(await consoleSessions.markRefreshTokenUsed('refresh-token-2', NOON)).toBe(false);
    });

    test('keeps when a session was used last', async () => {
      const { consoleSessions } = await openWithSession(open);

      await consoleSessions.noteUse(anId(1), afterNoon(60));

      expect((await consoleSessions.findAdmitted(anId(1)))?.session).toEqual(
        aConsoleSession({ lastUsedAt: afterNoon(60) }),
      );
    });

    test('lists the live sessions of an account, newest first', async () => {
      const { consoleSessions } = await openWithAccounts(open);
      const older = aConsoleSession({ id: anId(9) });
      const newer = aConsoleSession({ id: anId(1), createdAt: afterNoon(1) });
      const others = [
        aConsoleSession({ id: anId(3), revokedAt: afterNoon(1) }),
        aConsoleSession({ id: anId(4), expiresAt: afterNoon(10) }),
        aConsoleSession({ id: anId(5), accountId: anId(2) }),
      ];
      for (const session of [older, newer, ...others])
        await consoleSessions.add(session, aRefreshToken({ hash: session.id, sessionId: session.id }));

      expect(await consoleSessions.listLive(anId(1), afterNoon(10))).toEqual([newer, older]);
    });

    test('does not list a session that nothing renews any more, though it has not reached its end', async () => {
      const { consoleSessions } = await openWithSession(open);
      const { expiresAt } = aRefreshToken();

      expect(await consoleSessions.listLive(anId(1), afterNoon(30 * DAY - 1))).toHaveLength(1);
      expect(await consoleSessions.listLive(anId(1), expiresAt)).toEqual([]);

      const renewed = aRefreshToken({ hash: 'refresh-token-2', expiresAt: afterNoon(31 * DAY) });
      await consoleSessions.addRefreshToken(renewed);
      expect(await consoleSessions.listLive(anId(1), expiresAt)).toHaveLength(1);
    });

    test('revokes a live session of the account, once', async () => {
      const { consoleSessions } = await openWithSession(open);

      expect(await consoleSessions.revoke(anId(1), anId(1), afterNoon(1))).toBe(true);
      expect(await consoleSessions.revoke(anId(1), anId(1), afterNoon(2))).toBe(false);

      expect((await consoleSessions.findAdmitted(anId(1)))?.session.revokedAt).toEqual(afterNoon(1));
    });

    test('does not revoke the session of somebody else or one that has expired', async () => {
      const { consoleSessions } = await openWithSession(open);

      expect(await consoleSessions.revoke(anId(1), anId(2), afterNoon(1))).toBe(false);
      expect(await consoleSessions.revoke(anId(1), anId(1), aConsoleSession().expiresAt)).toBe(false);

      expect((await consoleSessions.findAdmitted(anId(1)))?.session.revokedAt).toBeNull();
    });

    test('ends every live session of an account but one, and counts them', async () => {
      const { consoleSessions } = await openWithAccounts(open);
      const sessions = [
        aConsoleSession({ id: anId(1) }),
        aConsoleSession({ id: anId(2) }),
        aConsoleSession({ id: anId(3) }),
        aConsoleSession({ id: anId(4), expiresAt: afterNoon(10) }),
        aConsoleSession({ id: anId(5), accountId: anId(2) }),
      ];
      for (const session of sessions)
        await consoleSessions.add(session, aRefreshToken({ hash: session.id, sessionId: session.id }));

      expect(await consoleSessions.revokeAll(anId(1), afterNoon(10), anId(2))).toBe(2);

      expect((await consoleSessions.listLive(anId(1), afterNoon(10))).map(({ id }) => id)).toEqual([anId(2)]);
      expect(await consoleSessions.listLive(anId(2), afterNoon(10))).toHaveLength(1);
    });

    test('ends every live session of an account when none is to stay', async () => {
      const { consoleSessions } = await openWithSession(open);

      expect(await consoleSessions.revokeAll(anId(1), afterNoon(1))).toBe(1);
      expect(await consoleSessions.revokeAll(anId(1), afterNoon(2))).toBe(0);

      expect(await consoleSessions.listLive(anId(1), NOON)).toEqual([]);
    });

    test('ends everybody’s live sessions, and counts them', async () => {
      const { consoleSessions } = await openWithSession(open);
      const other = aConsoleSession({ id: anId(2), accountId: anId(2) });
      await consoleSessions.add(other, aRefreshToken({ hash: 'other', sessionId: other.id }));

      expect(await consoleSessions.revokeEverybodys(afterNoon(1))).toBe(2);
      expect(await consoleSessions.revokeEverybodys(afterNoon(2))).toBe(0);

      expect((await consoleSessions.findAdmitted(anId(2)))?.session.revokedAt).toEqual(afterNoon(1));
    });
  });
}

async function openWithSession(open: OpenTestStore) {
  const store = await openWithAccounts(open);
  await store.consoleSessions.add(aConsoleSession(), aRefreshToken());
  return store;
}
