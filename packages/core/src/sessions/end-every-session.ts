import type { AccountId, AdminSessionId, ConsoleSessionId } from '@latchkey/contract/vocabulary';
import type { Stores } from '../kernel/store.ts';

/** The session in which somebody acts. */
export interface KeptSession {
  readonly console?: ConsoleSessionId;
  readonly admin?: AdminSessionId;
}

/** Ends whatever an account is signed in to, but `keep`, in the caller's transaction. */
export async function endEverySession(
  stores: Pick<Stores, 'consoleSessions' | 'bearerSessions' | 'adminSessions' | 'unfinishedSignIns'>,
  accountId: AccountId,
  at: Date,
  keep: KeptSession = {},
): Promise<{ readonly browsers: number; readonly terminals: number }> {
  const browsers = await stores.consoleSessions.revokeAll(accountId, at, keep.console);
  const terminals = await stores.bearerSessions.revokeAll(accountId, at);
  await stores.adminSessions.revokeAll(accountId, at, keep.admin);
  await stores.unfinishedSignIns.takeAll(accountId);
  return { browsers, terminals };
}
