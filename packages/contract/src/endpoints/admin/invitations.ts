import { z } from 'zod';
import { INVITATION_STATUSES, ROLES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, language, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'members:read' } as const;
const write = { ...administration, scope: 'members:write' } as const;
const one = z.object({ invitation_id: uuid });

/** An invitation as those who may see it do. */
export const invitation = z.object({
  id: uuid,
  email: z.string(),
  workspace: z.object({ id: uuid, name: z.string() }),
  role: z.enum(ROLES),
  /** Whom the letter names. */
  inviter: z.string(),
  status: z.enum(INVITATION_STATUSES),
  created_at: instant,
  expires_at: instant,
});

/** What became of one address. */
const invitationResult = z.object({
  email: z.string(),
  outcome: z.enum(['invited', 'invited_again', 'is_member', 'not_an_address', 'twice', 'banned']),
  /** The link to copy, shown once; it does not let its reader set the password. */
  url: z.string().nullable(),
});

export const listInvitations = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/invitations',
  summary: 'Invitations',
  query: z
    .object({ q: z.string().max(254).default(''), status: z.enum(INVITATION_STATUSES).optional() })
    .extend(pageQuery.shape),
  output: pageOf(invitation),
  errors: adminRefusals,
});

export const createInvitations = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/invitations',
  summary: 'Invite one or many addresses to a workspace',
  description:
    'With `dry_run` nothing is written and no letter is sent; the answer says what would become of each address.',
  body: z.object({
    workspace_id: uuid,
    emails: z.array(z.string().max(320)).min(1).max(1000),
    role: z.enum(ROLES).exclude(['owner']),
    language: language.optional(),
    dry_run: z.boolean().default(false),
  }),
  status: 201,
  output: z.object({ results: z.array(invitationResult) }),
  errors: ['workspace_not_found', ...adminRefusals],
});

export const resendInvitation = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/invitations/{invitation_id}/resend',
  summary: 'Send an invitation again, valid for another 72 hours; earlier links of it stop working',
  params: one,
  output: z.object({ url: z.string() }),
  errors: ['invitation_not_open', ...adminRefusals],
});

export const revokeInvitation = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/invitations/{invitation_id}',
  summary: 'Revoke an invitation',
  params: one,
  output: success,
  errors: ['invitation_not_open', ...adminRefusals],
});

const oneRequest = z.object({ request_id: uuid });

export const listAccessRequests = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/access-requests',
  summary: 'People without a workspace who ask for one',
  query: pageQuery,
  output: pageOf(
    z.object({
      id: uuid,
      account: z.object({ id: uuid, name: z.string(), email: z.string() }),
      message: z.string(),
      created_at: instant,
    }),
  ),
  errors: adminRefusals,
});

export const answerAccessRequest = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/access-requests/{request_id}/answer',
  summary: 'Answer a request: invite to a workspace, or decline',
  description: 'An invitation that answers a request is accepted by it: the person asked.',
  params: oneRequest,
  body: z.union([
    z.object({ answer: z.literal('invite'), workspace_id: uuid, role: z.enum(ROLES).exclude(['owner']) }),
    z.object({ answer: z.literal('decline') }),
  ]),
  output: success,
  errors: ['request_not_open', 'workspace_not_found', ...adminRefusals],
});
