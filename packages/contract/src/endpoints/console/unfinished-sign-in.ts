import { z } from 'zod';
import { invitation } from '../admin/invitations.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, password, success, uuid } from '../fields.ts';

/**
 * A sign-in that proved who somebody is, but cannot end in a session yet. Who it belongs to is known by the cookie
 * `unfinished_sign_in`, which `/login` and its like set beside `result: "fail"`.
 */
const anyone = { caller: 'anyone', envelope: 'console' } as const;
const refusals = ['unauthorized', 'not_setup', 'invalid_param'] as const;
/** `forbidden`: the method the sign-in began with is off by now. */
const refusedGoingOn = ['forbidden', ...refusals] as const;

export const unfinishedSignIn = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/console/api/unfinished-sign-in',
  summary: 'What is missing to end my sign-in',
  output: z.object({
    /** `new_password`: the one-time password must be replaced. `waiting`: an invitation to a workspace is needed. */
    step: z.enum(['new_password', 'waiting']),
    email: z.string(),
    name: z.string(),
    access_request: z
      .object({ message: z.string(), created_at: instant, status: z.enum(['open', 'declined']) })
      .nullable(),
    /** Those that wait for this person's answer. */
    invitations: z.array(invitation),
  }),
  errors: refusals,
});

export const continueSignIn = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/console/api/unfinished-sign-in',
  summary: 'Try to end my sign-in: succeeds once nothing is missing',
  description: 'Sets the session cookies on success.',
  output: z.union([success, z.object({ result: z.literal('fail'), data: z.string() })]),
  errors: refusedGoingOn,
});

export const replaceOneTimePassword = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/console/api/unfinished-sign-in/password',
  summary: 'Replace a one-time password by one of my own, and go on',
  body: z.object({ new_password: password }),
  output: z.union([success, z.object({ result: z.literal('fail'), data: z.string() })]),
  errors: ['password_too_short', 'password_too_common', ...refusedGoingOn],
});

export const answerInvitationWaiting = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/console/api/unfinished-sign-in/invitations/{invitation_id}/answer',
  summary: 'Accept or decline an invitation while my sign-in waits for one',
  description: 'Accepting ends the sign-in: it sets the session cookies.',
  params: z.object({ invitation_id: uuid }),
  body: z.object({ accept: z.boolean() }),
  output: z.union([success, z.object({ result: z.literal('fail'), data: z.string() })]),
  errors: ['invitation_not_open', ...refusedGoingOn],
});

export const requestAccess = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/console/api/access-request',
  summary: 'Ask the administrators for an invitation to a workspace',
  description: 'Asking again replaces the message.',
  body: z.object({ message: z.string().trim().max(500).default('') }),
  output: success,
  errors: ['too_many_requests', ...refusals],
});
