import { consoleApi } from '@latchkey/contract';
import { type AccountId, ERRORS, type InvitationId, ROLES, type Role } from '@latchkey/contract/vocabulary';
import {
  type AdmittedSession,
  askForOwnerTransfer,
  changeRole,
  currentMembership,
  DomainError,
  type InvitationResult,
  invite,
  managesMembers,
  proveOwnerTransfer,
  removeMember,
  renameWorkspace,
  resendInvitation,
  revokeInvitation,
  transferOwnership,
  type WorkspaceMember,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { wireInvitation } from '../wire-invitation.ts';
import { tenantInfo } from './tenant-info.ts';
import { epochSeconds, isHttpUrl } from './wire-account.ts';

const SUCCESS = { result: 'success' } as const;
const NO_PERMISSION = 'No permission to add member.';

export function memberRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(consoleApi.renameWorkspace)(async ({ actor, origin, body }) => ({
    ...SUCCESS,
    tenant: tenantInfo(await renameWorkspace(platform, origin, actor, body.name)),
  }));

  implement(consoleApi.workspacePermission)(async ({ actor }) => {
    const { id } = await currentMembership(store, actor.account);
    return { workspace_id: id, allow_member_invite: true, allow_owner_transfer: true };
  });

  implement(consoleApi.listMembers)(async ({ actor }) => ({ accounts: (await members(actor)).map(wireMember) }));

  implement(consoleApi.listDatasetOperators)(async ({ actor }) => ({
    accounts: (await members(actor)).filter(({ role }) => role === 'dataset_operator').map(wireMember),
  }));

  implement(consoleApi.inviteMembers)(async ({ actor, origin, body }) => {
    const { emails, role } = body;
    if (role === 'owner') throw new DomainError('invalid-role');
    const workspace = await currentMembership(store, actor.account);
    if (!managesMembers(workspace.role)) {
      const failed = emails.map((email) => ({ status: 'failed' as const, email, message: NO_PERMISSION }));
      return { ...SUCCESS, tenant_id: workspace.id, invitation_results: failed };
    }
    const { id, name, interfaceLanguage } = actor.account;
    const language = body.language ?? interfaceLanguage;
    const results = await invite(platform, origin, { workspace, emails, role, language, inviter: { id, name } });
    const answered = results.filter(({ outcome }) => outcome !== 'twice');
    return {
      ...SUCCESS,
      tenant_id: workspace.id,
      invitation_results: answered.map((result) => wireResult(result, platform.rules.publicUrl)),
    };
  });

  implement(consoleApi.listWorkspaceInvitations)(async ({ actor }) => {
    const workspace = await managed(actor);
    const filter = { search: '', status: undefined, workspaceId: workspace.id };
    const now = clock();
    const { data } = await store.invitations.list(filter, { offset: 0, limit: 1000 }, now);
    const unanswered = data.filter(({ answer }) => answer === null);
    return { data: unanswered.map((invitation) => wireInvitation(invitation, now)) };
  });

  implement(consoleApi.resendWorkspaceInvitation)(async ({ actor, origin, params }) => {
    const { id: workspaceId } = await managed(actor);
    const which = { id: invitationId(params), workspaceId, actorId: actor.account.id };
    return { url: await resendInvitation(platform, origin, which) };
  });

  implement(consoleApi.revokeWorkspaceInvitation)(async ({ actor, origin, params }) => {
    const { id: workspaceId } = await managed(actor);
    await revokeInvitation(platform, origin, { id: invitationId(params), workspaceId, actorId: actor.account.id });
    return SUCCESS;
  });

  implement(consoleApi.removeMember)(async ({ actor, origin, params }) => {
    const workspace = await removeMember(platform, origin, actor, memberId(params));
    return { ...SUCCESS, tenant_id: workspace.id };
  });

  implement(consoleApi.updateMemberRole)(async ({ actor, origin, params, body }) => {
    if (!isRole(body.role)) throw new DomainError('invalid-role');
    await changeRole(platform, origin, actor, { memberId: memberId(params), role: body.role });
    return SUCCESS;
  });

  implement(consoleApi.sendOwnerTransferCode)(async ({ actor, origin, body }) => ({
    ...SUCCESS,
    data: await askForOwnerTransfer(platform, origin, actor, body.language),
  }));

  implement(consoleApi.checkOwnerTransferCode)(async ({ actor, origin, body }) => ({
    is_valid: true,
    ...(await proveOwnerTransfer(platform, origin, actor, body)),
  }));

  implement(consoleApi.transferOwnership)(async ({ actor, origin, params, body }) => {
    await transferOwnership(platform, origin, actor, { memberId: memberId(params), token: body.token });
    return SUCCESS;
  });

  async function members({ account }: AdmittedSession): Promise<WorkspaceMember[]> {
    return store.workspaces.listMembers((await currentMembership(store, account)).id);
  }

  async function managed({ account }: AdmittedSession) {
    const workspace = await currentMembership(store, account);
    if (!managesMembers(workspace.role)) throw new DomainError('forbidden');
    return workspace;
  }
}

function wireResult({ email, outcome, url }: InvitationResult, publicUrl: string) {
  if (url !== null) return { status: 'success' as const, email, url };
  // As Dify answers for somebody who is in already: with where to sign in.
  if (outcome === 'is_member') return { status: 'success' as const, email, url: `${publicUrl}/signin` };
  const message = outcome === 'banned' ? ERRORS.account_banned.message : `${email} is not a valid email.`;
  return { status: 'failed' as const, email, message };
}

function wireMember({ account, role, lastActiveAt }: WorkspaceMember) {
  const { id, name, avatar, email, status, lastSignInAt, createdAt } = account;
  return {
    id,
    name,
    avatar,
    avatar_url: isHttpUrl(avatar) ? avatar : null,
    email,
    last_login_at: lastSignInAt === null ? null : epochSeconds(lastSignInAt),
    last_active_at: lastActiveAt === null ? null : epochSeconds(lastActiveAt),
    created_at: epochSeconds(createdAt),
    role,
    status,
  };
}

/** Boundaries: what names nothing is refused, whatever it was meant to be. */
function memberId({ member_id }: { readonly member_id: string }): AccountId {
  return member_id as AccountId;
}

function invitationId({ invitation_id }: { readonly invitation_id: string }): InvitationId {
  return invitation_id as InvitationId;
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
