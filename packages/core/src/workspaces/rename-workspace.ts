import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { currentMembership } from './current-membership.ts';
import { managesMembers } from './member-rules.ts';
import type { JoinedWorkspace } from './workspace.ts';

/** Renames the actor's current workspace. @throws DomainError `forbidden` for whoever is not its owner or an admin. */
export async function renameWorkspace(
  { store, clock }: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  name: string,
): Promise<JoinedWorkspace> {
  return store.transaction(async (stores) => {
    const workspace = await currentMembership(stores, account);
    if (!managesMembers(workspace.role)) throw new DomainError('forbidden');
    await stores.workspaces.change(workspace.id, { name });
    const details = { before: { name: workspace.name }, after: { name } };
    const entry = { at: clock(), actorId: account.id, workspaceId: workspace.id, origin, details };
    await stores.audit.append({ ...entry, action: 'workspace.changed' });
    return { ...workspace, name };
  });
}
