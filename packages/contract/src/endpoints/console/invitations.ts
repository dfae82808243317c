import { z } from 'zod';
import { ROLES } from '../../vocabulary/index.ts';
import { invitation } from '../admin/invitations.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, language, nameOf, password, success, timezone, uuid } from '../fields.ts';
import { codeSent, token } from './email-code.ts';

const anyone = { caller: 'anyone', envelope: 'console' } as const;
const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;

export const checkInvitation = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/console/api/activate/check',
  summary: 'What an invitation’s link leads to',
  description:
    'Beyond Dify’s fields: `account` says whether the address is `new` here or `existing`; `proven` whether the link came by letter, which proves the address (a copied link does not); `password` whether a password may be set.',
  query: z.object({
    token,
    email: z.string().max(320).optional(),
    workspace_id: z.string().max(64).optional(),
  }),
  output: z.union([
    z.object({
      is_valid: z.literal(true),
      data: z.object({
        workspace_name: z.string(),
        workspace_id: uuid,
        email: z.string(),
        role: z.enum(ROLES),
        inviter: z.string(),
        expires_at: instant,
        account: z.enum(['new', 'existing']),
        proven: z.boolean(),
        password: z.boolean(),
      }),
    }),
    z.object({ is_valid: z.literal(false), reason: z.enum(['unknown', 'accepted', 'declined', 'revoked', 'expired']) }),
  ]),
  errors: ['invalid_param'],
});

export const sendInvitationCode = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/console/api/activate/code',
  summary: 'Prove the invited address by a code, after opening a copied link',
  body: z.object({ token, language: language.optional() }),
  output: codeSent,
  errors: ['already_activate', 'email_send_ip_limit', 'email_register_rate_limit_exceeded', 'invalid_param'],
});

export const activate = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/console/api/activate',
  summary: 'Accept an invitation',
  description:
    '`token` alone suffices for an account that the invitation created. A password is set only with a link that came by letter, or with `code` and `code_token`; then the answer also sets the session cookies. Somebody who has an account already must be signed in with it, and is asked.',
  body: z.object({
    token,
    name: nameOf(80),
    interface_language: language,
    timezone,
    email: email.optional(),
    workspace_id: z.string().max(64).optional(),
    password: password.optional(),
    code: z.string().max(64).optional(),
    code_token: z.string().max(256).optional(),
  }),
  output: success,
  errors: [
    'already_activate',
    'wrong_recipient',
    'unauthorized',
    'forbidden',
    'email_code_error',
    'invalid_or_expired_token',
    'password_too_short',
    'password_too_common',
    'invalid_param',
  ],
});

export const myInvitations = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/invitations',
  summary: 'Invitations that wait for my answer',
  output: z.object({ data: z.array(invitation) }),
  errors: refusals,
});

export const answerInvitation = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/invitations/{invitation_id}/answer',
  summary: 'Accept or decline an invitation to a workspace',
  params: z.object({ invitation_id: uuid }),
  body: z.object({ accept: z.boolean() }),
  output: success,
  errors: ['invitation_not_open', ...refusals],
});
