import { z } from 'zod';
import { ACCOUNT_STATUSES, ROLES } from '../../vocabulary/index.ts';
import { invitation } from '../admin/invitations.ts';
import { defineEndpoint } from '../endpoint.ts';
import { epochSeconds, language, nameOf, success, uuid } from '../fields.ts';
import { code, codeProven, codeSent, token } from './email-code.ts';

const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;
const here = '/console/api/workspaces/current' as const;

const member = z.object({
  id: uuid,
  name: z.string(),
  avatar: z.string().nullable(),
  avatar_url: z.string().nullable(),
  email: z.string(),
  last_login_at: epochSeconds.nullable(),
  last_active_at: epochSeconds.nullable(),
  created_at: epochSeconds,
  role: z.enum(ROLES),
  status: z.enum(ACCOUNT_STATUSES),
});

export const renameWorkspace = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/workspaces/info',
  summary: 'Rename my current workspace',
  description: 'Owners and admins only.',
  body: z.object({ name: nameOf(80) }),
  output: z.object({ result: z.literal('success'), tenant: z.object({ id: uuid, name: z.string() }).loose() }),
  errors: ['forbidden', ...refusals],
});

export const workspacePermission = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/permission`,
  summary: 'What the workspace’s owner and admins may do',
  output: z.object({ workspace_id: uuid, allow_member_invite: z.boolean(), allow_owner_transfer: z.boolean() }),
  errors: refusals,
});

export const listMembers = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/members`,
  summary: 'The members of my current workspace',
  description: 'Somebody invited who has no account yet is listed with the status `pending`.',
  output: z.object({ accounts: z.array(member) }),
  errors: refusals,
});

export const listDatasetOperators = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/dataset-operators`,
  summary: 'The dataset operators of my current workspace',
  output: z.object({ accounts: z.array(member) }),
  errors: refusals,
});

export const inviteMembers = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/members/invite-email`,
  summary: 'Invite people to my current workspace',
  description:
    '`url` is a link to copy. It does not let its reader set the invited person’s password: the link in the letter does. Somebody who has an account already is asked, and joins by accepting.',
  body: z.object({
    emails: z.array(z.string().max(320)).min(1).max(200),
    role: z.enum(ROLES),
    language: language.optional(),
  }),
  status: 201,
  output: z.object({
    result: z.literal('success'),
    tenant_id: uuid,
    invitation_results: z.array(
      z.union([
        z.object({ status: z.literal('success'), email: z.string(), url: z.string() }),
        z.object({ status: z.literal('failed'), email: z.string(), message: z.string() }),
      ]),
    ),
  }),
  errors: ['invalid-role', ...refusals],
});

export const listWorkspaceInvitations = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/invitations`,
  summary: 'Invitations to my current workspace that are not answered yet',
  description: 'Owners and admins only.',
  output: z.object({ data: z.array(invitation) }),
  errors: ['forbidden', ...refusals],
});

export const resendWorkspaceInvitation = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/invitations/{invitation_id}/resend`,
  summary: 'Send an invitation again; its earlier links stop working',
  params: z.object({ invitation_id: uuid }),
  output: z.object({ url: z.string() }),
  errors: ['forbidden', 'invitation_not_open', ...refusals],
});

export const revokeWorkspaceInvitation = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: `${here}/invitations/{invitation_id}`,
  summary: 'Revoke an invitation',
  params: z.object({ invitation_id: uuid }),
  output: success,
  errors: ['forbidden', 'invitation_not_open', ...refusals],
});

const oneMember = z.object({ member_id: z.string().max(64) });

export const removeMember = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: `${here}/members/{member_id}`,
  summary: 'Remove a member',
  description: 'A pending account with no other workspace is deleted with it.',
  params: oneMember,
  output: z.object({ result: z.literal('success'), tenant_id: uuid }),
  errors: ['forbidden', 'cannot-operate-self', 'member-not-found', 'not_found', ...refusals],
});

export const updateMemberRole = defineEndpoint({
  ...signedIn,
  method: 'PUT',
  path: `${here}/members/{member_id}/update-role`,
  summary: 'Change a member’s role',
  description: 'Ownership passes by its own steps, which prove the owner’s mail address.',
  params: oneMember,
  body: z.object({ role: z.string().max(32) }),
  output: success,
  errors: [
    'forbidden',
    'invalid-role',
    'cannot-operate-self',
    'member-not-found',
    'role-already-assigned',
    'not_found',
    ...refusals,
  ],
});

export const sendOwnerTransferCode = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/members/send-owner-transfer-confirm-email`,
  summary: 'Send the owner a code for handing the workspace over',
  body: z.object({ language: language.optional() }),
  output: codeSent,
  errors: ['not_owner', 'email_send_ip_limit', 'owner_transfer_rate_limit_exceeded', ...refusals],
});

export const checkOwnerTransferCode = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/members/owner-transfer-check`,
  summary: 'Prove the code for handing the workspace over',
  body: z.object({ code, token }),
  output: codeProven,
  errors: [
    'not_owner',
    'owner_transfer_limit',
    'invalid_or_expired_token',
    'invalid_email',
    'email_code_error',
    ...refusals,
  ],
});

export const transferOwnership = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/members/{member_id}/owner-transfer`,
  summary: 'Hand the workspace over to a member',
  description: 'Needs the token of a proven code. The former owner becomes an admin; both are told by letter.',
  params: oneMember,
  body: z.object({ token }),
  output: success,
  errors: [
    'not_owner',
    'cannot_transfer_owner_to_self',
    'invalid_or_expired_token',
    'invalid_email',
    'member_not_in_tenant',
    'not_found',
    ...refusals,
  ],
});
