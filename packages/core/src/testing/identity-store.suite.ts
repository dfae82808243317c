import { describe, expect, test } from 'vitest';
import { aConsoleSession } from './a-console-session.ts';
import { aRefreshToken } from './a-refresh-token.ts';
import { anId } from './an-id.ts';
import { anIdentity } from './an-identity.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithConnection } from './open-with-connection.ts';

export function identityStoreSuite(open: OpenTestStore): void {
  describe('identities', () => {
    test('are found by connection and subject, letter by letter', async () => {
      const { identities } = await openWithConnection(open);
      await identities.add(anIdentity());

      expect(await identities.find(anId(1), 'ada')).toEqual(anIdentity());
      expect(await identities.find(anId(1), 'Ada')).toBeUndefined();
      expect(await identities.find(anId(1), 'ada ')).toBeUndefined();
      expect(await identities.find(anId(2), 'ada')).toBeUndefined();
    });

    test('belong to one of fifty that link one subject at once', async () => {
      const { identities } = await openWithConnection(open);

      const added = await atOnce(50, (n) => identities.add(anIdentity({ id: anId(n), accountId: anId(1 + (n % 2)) })));

      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await identities.count(anId(1))).toBe(1);
    });

    test('tell when they were used last, and what the provider said then', async () => {
      const { identities } = await openWithConnection(open);
      await identities.add(anIdentity());

      await identities.noteUse(anId(1), afterNoon(1), { email: null, name: 'Ada L.' });

      const used = anIdentity({ lastUsedAt: afterNoon(1), email: null, name: 'Ada L.' });
      expect(await identities.listOf(anId(1))).toEqual([used]);
      expect(await identities.listOfConnection(anId(1))).toEqual([{ id: anId(1), accountId: anId(1) }]);
    });

    test('are unlinked from their own account by one of fifty at once', async () => {
      const { identities } = await openWithConnection(open);
      await identities.add(anIdentity());
      expect(await identities.remove(anId(1), anId(2))).toBe(false);

      const removed = await atOnce(50, () => identities.remove(anId(1), anId(1)));

      expect(removed.filter(Boolean)).toHaveLength(1);
    });

    test('end the sessions that they opened, one of the provider’s or all, but the one that is kept', async () => {
      const { consoleSessions } = await openWithConnection(open);
      const opened = [
        aConsoleSession({ id: anId(1), identityId: anId(1), providerSession: 'one' }),
        aConsoleSession({ id: anId(2), identityId: anId(1), providerSession: 'two' }),
        aConsoleSession({ id: anId(3), identityId: anId(1) }),
        aConsoleSession({ id: anId(4) }),
      ];
      for (const session of opened) {
        await consoleSessions.add(session, aRefreshToken({ hash: session.id, sessionId: session.id }));
      }
      const live = async () =>
        (await consoleSessions.listLive(anId(1), NOON)).map(({ id }) => id).sort((a, b) => a.localeCompare(b));

      expect(await consoleSessions.revokeByIdentity(anId(1), NOON, { providerSession: 'one' })).toBe(1);
      expect(await live()).toEqual([anId(2), anId(3), anId(4)]);

      expect(await consoleSessions.revokeByIdentity(anId(1), NOON, { except: anId(3) })).toBe(1);
      expect(await live()).toEqual([anId(3), anId(4)]);
      expect((await consoleSessions.findAdmitted(anId(3)))?.session).toEqual(opened[2]);
    });
  });
}
