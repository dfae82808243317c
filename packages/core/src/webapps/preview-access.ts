import type { WebAppId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import type { Visit } from './app-session.ts';
import { decideVisit } from './decide-visit.ts';
import { requireChoosable } from './manage-access.ts';
import { requireManaged } from './require-managed.ts';
import type { Access } from './webapp.ts';

export interface AccessPreview {
  /** `null` where nobody can count them. */
  readonly count: number | null;
  /** The first by name. */
  readonly first: readonly Pick<Account, 'id' | 'name' | 'email'>[];
  /** How many open sessions a change to it would end. */
  readonly sessionsEnding: number;
}

const FIRST = 20;

/**
 * Who could open a WebApp under a choice that is not saved.
 *
 * @throws DomainError `webapp_not_found`, `forbidden`, `group_not_found`, `account_unknown`.
 */
export async function previewAccess(
  { store, clock, rules }: Platform,
  { account }: AdmittedSession,
  id: WebAppId,
  access: Access,
): Promise<AccessPreview> {
  const webApp = await requireManaged(store, account, id);
  await requireChoosable(store, webApp, access);
  const now = clock();
  const visits = await store.appSessions.listVisits(id, now);
  const accountIds = visits.flatMap(({ visitor }) => (visitor.kind === 'member' ? [visitor.account.id] : []));
  const chosen = await store.webApps.letIn({ ...access, accessMode: 'private' }, [...new Set(accountIds)]);
  const sessionsEnding = visits.filter((visit) => {
    const at = { ip: visit.session.ip, rules, now };
    return decideVisit(visit, at).kind === 'allowed' && decideVisit(under(visit), at).kind === 'refused';
  }).length;
  const namesMembers = access.accessMode === 'private' || access.accessMode === 'private_all';
  if (!namesMembers) return { count: null, first: [], sessionsEnding };
  return { ...(await store.webApps.countLetIn(access, FIRST)), sessionsEnding };

  function under(visit: Visit): Visit {
    const { visitor } = visit;
    return {
      ...visit,
      webApp: { ...visit.webApp, accessMode: access.accessMode },
      visitor: visitor.kind === 'member' ? { ...visitor, isChosen: chosen.has(visitor.account.id) } : visitor,
    };
  }
}
