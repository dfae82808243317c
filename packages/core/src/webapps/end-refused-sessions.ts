import type { AccountId, WebAppId } from '@latchkey/contract/vocabulary';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { Visit } from './app-session.ts';
import { decideVisit } from './decide-visit.ts';

interface Concerned {
  readonly webAppIds: readonly WebAppId[];
  /** Only their sessions can be concerned. */
  readonly accountId?: AccountId;
  readonly now: Date;
}

/**
 * Makes a change inside of the caller's transaction, ends the sessions that it refuses, and returns how many of those
 * that were let in before those are.
 */
export async function endRefusedSessions(
  { rules }: Pick<Platform, 'rules'>,
  stores: Stores,
  { webAppIds, accountId, now }: Concerned,
  change: () => Promise<unknown>,
): Promise<number> {
  const isLetIn = (visit: Visit) => decideVisit(visit, { ip: visit.session.ip, rules, now }).kind === 'allowed';
  const before = await letIn();
  await change();
  const after = await letIn();
  const ended = [...before].filter((tokenHash) => !after.has(tokenHash));
  for (const tokenHash of ended) await stores.appSessions.remove(tokenHash);
  return ended.length;

  async function letIn(): Promise<Set<string>> {
    const hashes = new Set<string>();
    for (const id of webAppIds) {
      const visits = await stores.appSessions.listVisits(id, now, accountId);
      for (const visit of visits.filter(isLetIn)) hashes.add(visit.session.tokenHash);
    }
    return hashes;
  }
}
