import { adminApi } from '@latchkey/contract';
import type { AccessRequestId, InvitationId, WorkspaceId } from '@latchkey/contract/vocabulary';
import {
  type AdminActor,
  answerAccessRequest,
  DomainError,
  invite,
  nameOf,
  resendInvitation,
  revokeInvitation,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { wireInvitation } from '../wire-invitation.ts';
import { pageAnswer, pageFrom } from './page-answer.ts';

const SUCCESS = { result: 'success' } as const;

export function adminInvitationRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(adminApi.listInvitations)(async ({ query }) => {
    const now = clock();
    const filter = { search: query.q.trim(), status: query.status };
    const { total, data } = await store.invitations.list(filter, pageFrom(query), now);
    return pageAnswer(
      query,
      total,
      data.map((invitation) => wireInvitation(invitation, now)),
    );
  });

  implement(adminApi.createInvitations)(async ({ actor, origin, body }) => {
    const workspace = await store.workspaces.find(body.workspace_id as WorkspaceId);
    if (workspace?.status !== 'normal') throw new DomainError('workspace_not_found');
    const { emails, role, language = 'en-US', dry_run: isDryRun } = body;
    const inviter = { id: accountOf(actor), name: nameOf(actor) };
    return { results: await invite(platform, origin, { workspace, emails, role, language, inviter, isDryRun }) };
  });

  implement(adminApi.resendInvitation)(async ({ actor, origin, params }) => ({
    url: await resendInvitation(platform, origin, { id: invitationId(params), actorId: accountOf(actor) }),
  }));

  implement(adminApi.revokeInvitation)(async ({ actor, origin, params }) => {
    await revokeInvitation(platform, origin, { id: invitationId(params), actorId: accountOf(actor) });
    return SUCCESS;
  });

  implement(adminApi.listAccessRequests)(async ({ query }) => {
    const { total, data } = await store.accessRequests.listOpen(pageFrom(query));
    const requests = data.map(({ id, account, message, createdAt }) => ({
      id,
      account: { id: account.id, name: account.name, email: account.email },
      message,
      created_at: createdAt.toISOString(),
    }));
    return pageAnswer(query, total, requests);
  });

  implement(adminApi.answerAccessRequest)(async ({ actor, origin, params, body }) => {
    const place =
      body.answer === 'decline' ? undefined : { workspaceId: body.workspace_id as WorkspaceId, role: body.role };
    const id = params.request_id as AccessRequestId;
    await answerAccessRequest(platform, origin, actor, { id, place });
    return SUCCESS;
  });
}

/** Whose invitation it is; a key's is its maker's. */
function accountOf(actor: AdminActor) {
  return actor.kind === 'operator' ? null : actor.account.id;
}

/** A boundary: a UUID from outside becomes an id. */
function invitationId({ invitation_id }: { readonly invitation_id: string }): InvitationId {
  return invitation_id as InvitationId;
}
