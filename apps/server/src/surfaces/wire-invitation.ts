import { invitationStatus, type ListedInvitation } from '@latchkey/core';

/** An invitation as those who may see it do. */
export function wireInvitation(invitation: ListedInvitation, now: Date) {
  return {
    id: invitation.id,
    email: invitation.email,
    workspace: { id: invitation.workspaceId, name: invitation.workspaceName },
    role: invitation.role,
    inviter: invitation.inviter,
    status: invitationStatus(invitation, now),
    created_at: invitation.createdAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
  };
}
