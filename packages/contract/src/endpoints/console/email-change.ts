import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, language, success } from '../fields.ts';
import { getProfile } from './account.ts';
import { code, codeProven, codeSent, token } from './email-code.ts';

const signedIn = { caller: 'console', envelope: 'console', method: 'POST' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;

export const sendEmailChangeCode = defineEndpoint({
  ...signedIn,
  path: '/console/api/account/change-email',
  summary: 'Send a code to my old, then to my new mail address',
  description: 'The phase `new_email` needs the token of the proven old address.',
  body: z.object({
    email,
    language: language.optional(),
    phase: z.enum(['old_email', 'new_email']).default('old_email'),
    token: token.optional(),
  }),
  output: codeSent,
  errors: [
    'email_send_ip_limit',
    'email_change_rate_limit_exceeded',
    'invalid_email',
    'invalid_or_expired_token',
    ...refusals,
  ],
});

export const checkEmailChangeCode = defineEndpoint({
  ...signedIn,
  path: '/console/api/account/change-email/validity',
  summary: 'Prove a code for changing my mail address',
  body: z.object({ email, code, token }),
  output: codeProven,
  errors: ['email_change_limit', 'invalid_or_expired_token', 'invalid_email', 'email_code_error', ...refusals],
});

export const changeEmail = defineEndpoint({
  ...signedIn,
  path: '/console/api/account/change-email/reset',
  summary: 'Change my mail address, both proven',
  description: 'Ends every other session; both addresses are told.',
  body: z.object({ new_email: email, token }),
  output: getProfile.output,
  errors: ['email_already_in_use', 'invalid_or_expired_token', ...refusals],
});

export const checkEmailUnique = defineEndpoint({
  ...signedIn,
  path: '/console/api/account/change-email/check-email-unique',
  summary: 'Whether an address could become mine',
  description: 'Needs a session and counts against a limit, so that it does not tell strangers who has an account.',
  body: z.object({ email }),
  output: success,
  errors: ['email_already_in_use', 'too_many_requests', ...refusals],
});

export const sendAccountDeletionCode = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/account/delete/verify',
  summary: 'Send a code for deleting my account',
  output: codeSent,
  errors: ['email_code_account_deletion_rate_limit_exceeded', 'email_send_ip_limit', ...refusals],
});

export const deleteMyAccount = defineEndpoint({
  ...signedIn,
  path: '/console/api/account/delete',
  summary: 'Delete my account',
  description:
    'Workspaces that I own go to their longest-standing admin, editor or member; those with nobody else in them are deleted.',
  body: z.object({ token, code }),
  output: success,
  errors: ['invalid_account_deletion_code', 'last_administrator', ...refusals],
});

export const accountDeletionFeedback = defineEndpoint({
  method: 'POST',
  caller: 'anyone',
  envelope: 'console',
  path: '/console/api/account/delete/feedback',
  summary: 'Say why; accepted and not kept',
  body: z.object({ email: z.string().max(320), feedback: z.string().max(4000) }),
  output: success,
  errors: ['invalid_param'],
});
