import { adminApi } from '@latchkey/contract';
import type { AccountStatus } from '@latchkey/contract/vocabulary';
import { daysOf, lastDays, refusalsOf } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

/** The instance in figures. */
export function adminOverviewRoutes(implement: Implement, { platform }: ServerContext): void {
  implement(adminApi.getOverview)(async ({ query: { days } }) => {
    const now = platform.clock();
    const [from = now] = lastDays(now, days);
    const figures = await platform.store.overview.figures(from, now);
    const accounts = (status: AccountStatus) => figures.accounts.get(status) ?? 0;
    return {
      accounts: {
        pending: accounts('pending'),
        uninitialized: accounts('uninitialized'),
        active: accounts('active'),
        banned: accounts('banned'),
        closed: accounts('closed'),
      },
      workspaces: figures.workspaces,
      sessions: { browser: figures.browserSessions, terminal: figures.terminalSessions },
      letters_waiting: figures.lettersWaiting,
      series: daysOf(figures.attempts, now, days).map(({ day, signedIn, refused }) => ({
        day: day.toISOString(),
        signed_in: signedIn,
        refused,
      })),
      refusals: refusalsOf(figures.attempts),
    };
  });
}
