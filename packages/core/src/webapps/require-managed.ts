import type { WebAppId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Stores } from '../kernel/store.ts';
import { currentMembership } from '../workspaces/current-membership.ts';
import { mayEdit } from '../workspaces/member-rules.ts';
import type { JoinedWorkspace } from '../workspaces/workspace.ts';
import type { PublishedWebApp } from './webapp.ts';

/**
 * A WebApp of a workspace that somebody may change things in. To everybody else in the instance it does not exist.
 *
 * @throws DomainError `webapp_not_found`, `forbidden` (a member of its workspace without the role).
 */
export async function requireManaged(
  { webApps, workspaces }: Pick<Stores, 'webApps' | 'workspaces'>,
  { id: accountId }: Pick<Account, 'id'>,
  id: WebAppId,
): Promise<PublishedWebApp> {
  const webApp = await webApps.find(id);
  const membership = webApp && (await workspaces.findMember(webApp.workspaceId, accountId));
  if (webApp === undefined || membership === undefined) throw new DomainError('webapp_not_found');
  if (!mayEdit(membership.role)) throw new DomainError('forbidden');
  return webApp;
}

/**
 * The workspace somebody works in, if they may change what is in it.
 *
 * @throws DomainError `unauthorized`, `forbidden`.
 */
export async function requireEditor(stores: Pick<Stores, 'workspaces'>, account: Account): Promise<JoinedWorkspace> {
  const workspace = await currentMembership(stores, account);
  if (!mayEdit(workspace.role)) throw new DomainError('forbidden');
  return workspace;
}
