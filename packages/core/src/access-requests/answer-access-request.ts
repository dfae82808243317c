import type { AccessRequestId, WorkspaceId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';

interface Place {
  readonly workspaceId: WorkspaceId;
  readonly role: Invitation['role'];
}

/**
 * Answers a request: takes the person into a workspace, since they asked, or declines.
 *
 * @throws DomainError `request_not_open`, `workspace_not_found`; of two at once one succeeds.
 */
export async function answerAccessRequest(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  { id, place }: { readonly id: AccessRequestId; readonly place: Place | undefined },
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    const request = await stores.accessRequests.find(id);
    const answer = place === undefined ? 'declined' : 'invited';
    if (request === undefined || !(await stores.accessRequests.answer(id, answer))) {
      throw new DomainError('request_not_open');
    }
    const entry = { at, ...auditedAs(actor), subjectId: request.accountId, origin };
    if (place === undefined) {
      await stores.audit.append({ ...entry, action: 'access.declined', details: {} });
      return;
    }
    const workspace = await stores.workspaces.find(place.workspaceId);
    if (workspace?.status !== 'normal') throw new DomainError('workspace_not_found');
    await stores.workspaces.addMember({ ...place, accountId: request.accountId, createdAt: at });
    const details = { role: place.role };
    await stores.audit.append({ ...entry, action: 'member.joined', workspaceId: workspace.id, details });
  });
}
