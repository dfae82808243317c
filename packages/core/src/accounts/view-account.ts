import type { AccountId, LimitName } from '@latchkey/contract/vocabulary';
import type { BearerSession } from '../bearer-sessions/bearer-session.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { limitKey } from '../limits/count-against-limit.ts';
import type { ConsoleSession } from '../sessions/console-session.ts';
import type { JoinedWorkspace } from '../workspaces/workspace.ts';
import type { Account } from './account.ts';

/** A network from which an account is refused for now. */
interface Lock {
  readonly network: string;
  readonly until: Date;
}

/** An account as an administrator sees it. */
export interface AccountView {
  readonly account: Account;
  readonly isSystemAdministrator: boolean;
  readonly hasPassword: boolean;
  readonly hasOneTimePassword: boolean;
  readonly workspaces: readonly (JoinedWorkspace & { readonly joinedAt: Date })[];
  readonly browsers: readonly ConsoleSession[];
  readonly terminals: readonly BearerSession[];
  readonly locks: readonly Lock[];
}

const TERMINALS = { offset: 0, limit: 200 };

/** @throws DomainError `account_unknown`. */
export async function viewAccount(platform: Platform, id: AccountId): Promise<AccountView> {
  const { store, clock } = platform;
  const account = await store.accounts.find(id);
  if (account === undefined) throw new DomainError('account_unknown');
  const now = clock();
  const password = await store.passwords.find(id);
  const joined = await store.workspaces.listOf(id);
  const workspaces = await Promise.all(
    joined.map(async (workspace) => {
      const membership = await store.workspaces.findMember(workspace.id, id);
      return { ...workspace, joinedAt: membership?.createdAt ?? workspace.createdAt };
    }),
  );
  return {
    account,
    isSystemAdministrator: await store.administrators.has(id),
    hasPassword: password !== undefined,
    hasOneTimePassword: password?.isOneTime === true,
    workspaces,
    browsers: await store.consoleSessions.listLive(id, now),
    terminals: (await store.bearerSessions.listLive(id, now, TERMINALS)).sessions,
    locks: await locksOf(platform, account.email, now),
  };
}

async function locksOf({ store, rules }: Platform, email: string, now: Date): Promise<Lock[]> {
  const names: readonly LimitName[] = ['password-account-network', 'code-account-network'];
  const found = await Promise.all(
    names.map(async (name) => {
      const { max } = rules.limits[name];
      const counts = await store.limits.list(limitKey(name, `${email} `), now);
      return [...counts]
        .filter(([, { count }]) => max > 0 && count >= max)
        .map(([network, { resetsAt }]) => ({ network, until: resetsAt }));
    }),
  );
  return found.flat();
}
