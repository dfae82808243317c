import { describe, expect, test } from 'vitest';
import type { AdminSession } from '../administrators/administrator.ts';
import { aPassword } from './a-password.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function adminSessionStoreSuite(open: OpenTestStore): void {
  describe('sessions of the administration', () => {
    test('are read with whose they are, and whether that person administrates now', async () => {
      const { adminSessions, administrators, passwords } = await openWithAccounts(open);
      await adminSessions.add(anAdminSession({ isByLink: true }));
      await administrators.add(anId(1), NOON);
      await passwords.set(anId(1), aPassword('hash', { isOneTime: true }), NOON);

      const admitted = { session: anAdminSession({ isByLink: true }), account: anAccount() };
      expect(await adminSessions.findAdmitted('token')).toEqual({
        ...admitted,
        isAdministrator: true,
        hasOneTimePassword: true,
      });

      await administrators.remove(anId(1));
      await passwords.set(anId(1), aPassword('chosen'), NOON);
      expect(await adminSessions.findAdmitted('token')).toEqual({
        ...admitted,
        isAdministrator: false,
        hasOneTimePassword: false,
      });
      expect(await adminSessions.findAdmitted('another')).toBeUndefined();
    });

    test('remember their last use, and end once', async () => {
      const { adminSessions } = await openWithAccounts(open);
      await adminSessions.add(anAdminSession());

      await adminSessions.noteUse(anId(1), afterNoon(60));
      expect((await adminSessions.findAdmitted('token'))?.session.lastUsedAt).toEqual(afterNoon(60));

      expect(await adminSessions.revoke(anId(1), afterNoon(90))).toBe(true);
      expect(await adminSessions.revoke(anId(1), afterNoon(91))).toBe(false);
      expect((await adminSessions.findAdmitted('token'))?.session.revokedAt).toEqual(afterNoon(90));
    });

    test('of an account end together, but the one that stays', async () => {
      const { adminSessions } = await openWithAccounts(open);
      await adminSessions.add(anAdminSession());
      await adminSessions.add(anAdminSession({ id: anId(2), tokenHash: 'second' }));
      await adminSessions.add(anAdminSession({ id: anId(3), tokenHash: 'of Grace', accountId: anId(2) }));

      expect(await adminSessions.revokeAll(anId(1), NOON, anId(2))).toBe(1);

      const revokedAt = async (hash: string) => (await adminSessions.findAdmitted(hash))?.session.revokedAt;
      expect(await revokedAt('token')).toEqual(NOON);
      expect(await revokedAt('second')).toBeNull();
      expect(await revokedAt('of Grace')).toBeNull();
    });

    test('of everybody end together, but the one that stays', async () => {
      const { adminSessions } = await openWithAccounts(open);
      await adminSessions.add(anAdminSession());
      await adminSessions.add(anAdminSession({ id: anId(2), tokenHash: 'of Grace', accountId: anId(2) }));

      expect(await adminSessions.revokeEverybodys(NOON, anId(1))).toBe(1);
      expect(await adminSessions.revokeEverybodys(NOON)).toBe(1);
    });
  });
}

function anAdminSession(differences: Partial<AdminSession> = {}): AdminSession {
  return {
    id: anId(1),
    accountId: anId(1),
    tokenHash: 'token',
    isByLink: false,
    ip: '192.0.2.1',
    userAgent: 'Mozilla/5.0',
    createdAt: NOON,
    lastUsedAt: NOON,
    expiresAt: afterNoon(3600),
    revokedAt: null,
    identityId: null,
    providerSession: null,
    ...differences,
  };
}
