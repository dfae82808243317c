import { adminApi } from '@latchkey/contract';
import type { AccountStatus } from '@latchkey/contract/vocabulary';
import {
  type ConfiguredConnection,
  certificateEnding,
  currentPolicy,
  daysOf,
  lastDays,
  refusalsOf,
  revertsAt,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { certificateDetails } from './certificate-details.ts';

/** The instance in figures. */
export function adminOverviewRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(adminApi.getOverview)(async ({ query: { days } }) => {
    const now = clock();
    const [from = now] = lastDays(now, days);
    const figures = await store.overview.figures(from, now);
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
      certificates_ending: certificatesEnding(await store.ssoConnections.list(), now),
      enforcement_reverts_at: revertsAt(await currentPolicy(store, clock))?.toISOString() ?? null,
    };
  });
}

function certificatesEnding(connections: readonly ConfiguredConnection[], now: Date) {
  return connections
    .flatMap(({ id, name, isEnabled, provider }) => {
      if (!isEnabled || provider.protocol !== 'saml') return [];
      const ends = provider.certificates.flatMap(certificateDetails).map(({ not_after }) => new Date(not_after));
      const last = certificateEnding(ends, now);
      return last === undefined ? [] : [{ connection_id: id, connection: name, not_after: last.toISOString() }];
    })
    .sort((one, other) => one.not_after.localeCompare(other.not_after));
}
