import { describe, expect, test } from 'vitest';
import { aBearerSession } from './a-bearer-session.ts';
import { aConsoleSession } from './a-console-session.ts';
import { aLetter } from './a-letter.ts';
import { aRefreshToken } from './a-refresh-token.ts';
import { aSignInAttempt } from './a-sign-in-attempt.ts';
import { aWorkspace } from './a-workspace.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

const TODAY = new Date('2026-11-20T00:00:00.000Z');
const YESTERDAY = new Date('2026-11-19T00:00:00.000Z');

export function overviewStoreSuite(open: OpenTestStore): void {
  describe('overview', () => {
    test('of a new instance is empty', async () => {
      const { overview } = await open();

      expect(await overview.figures(TODAY, NOON)).toEqual({
        accounts: new Map(),
        workspaces: 0,
        browserSessions: 0,
        terminalSessions: 0,
        lettersWaiting: 0,
        attempts: [],
      });
    });

    test('counts accounts by status, and workspaces that are in use', async () => {
      const store = await openWithAccounts(open);
      await store.accounts.add(anAccount({ id: anId(3), email: 'c@example.com', status: 'banned' }));
      await store.workspaces.add(aWorkspace());
      await store.workspaces.add(aWorkspace({ id: anId(2), status: 'archive' }));

      const { accounts, workspaces } = await store.overview.figures(TODAY, NOON);

      expect(accounts).toEqual(
        new Map([
          ['active', 2],
          ['banned', 1],
        ]),
      );
      expect(workspaces).toBe(1);
    });

    test('counts sessions that are neither over nor ended', async () => {
      const store = await openWithAccounts(open);
      const ends = [{ expiresAt: afterNoon(1) }, { expiresAt: NOON }, { expiresAt: afterNoon(1), revokedAt: NOON }];
      for (const [n, end] of ends.entries()) {
        const session = aConsoleSession({ id: anId(n), ...end });
        await store.consoleSessions.add(session, aRefreshToken({ hash: session.id, sessionId: session.id }));
        await store.bearerSessions.replace(
          aBearerSession({ id: anId(n), tokenHash: `${n}`, deviceLabel: `device ${n}`, ...end }),
        );
      }

      const { browserSessions, terminalSessions } = await store.overview.figures(TODAY, NOON);

      expect([browserSessions, terminalSessions]).toEqual([1, 1]);
    });

    test('counts letters that still wait', async () => {
      const store = await openWithAccounts(open);
      await store.outbox.add(aLetter({ expiresAt: afterNoon(1) }));

      expect((await store.overview.figures(TODAY, NOON)).lettersWaiting).toBe(1);
      expect((await store.overview.figures(TODAY, afterNoon(1))).lettersWaiting).toBe(0);
    });

    test('counts attempts by day and rule, in UTC, from the day asked for', async () => {
      const { attempts, overview } = await open();
      await attempts.append(aSignInAttempt({ at: TODAY, refusal: null, rule: null }));
      await attempts.append(aSignInAttempt({ at: new Date('2026-11-20T23:59:59.999Z'), rule: 'banned' }));
      await attempts.append(aSignInAttempt({ at: new Date('2026-11-19T23:59:59.999Z'), rule: 'banned' }));
      await attempts.append(aSignInAttempt({ at: new Date('2026-11-18T12:00:00.000Z') }));

      const figures = await overview.figures(YESTERDAY, NOON);

      const byDay = figures.attempts.map(({ day, rule, count }) => `${day.toISOString()} ${rule} ${count}`);
      expect(new Set(byDay)).toEqual(
        new Set([
          `${YESTERDAY.toISOString()} banned 1`,
          `${TODAY.toISOString()} banned 1`,
          `${TODAY.toISOString()} null 1`,
        ]),
      );
    });

    test('counts each of fifty attempts at once, and none that was taken back', async () => {
      const store = await open();

      await atOnce(50, (index) => {
        const attempt = aSignInAttempt({ at: afterNoon(index / 1000) });
        if (index % 2 === 0) return store.attempts.append(attempt);
        const work = store.transaction(async ({ attempts }) => {
          await attempts.append(attempt);
          if (index % 4 === 1) throw new Error('taken back');
        });
        return work.catch(() => {});
      });

      const { attempts } = await store.overview.figures(TODAY, NOON);
      expect(attempts).toEqual([{ day: TODAY, rule: 'wrong_password', count: 37 }]);
    });

    test('still counts attempts that are no longer kept', async () => {
      const store = await open();
      await store.attempts.append(aSignInAttempt());

      await store.sweep(afterNoon(200 * DAY));

      const { attempts } = await store.overview.figures(TODAY, afterNoon(200 * DAY));
      expect(attempts).toHaveLength(1);
    });
  });
}
