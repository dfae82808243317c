import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, password, success, uuid } from '../fields.ts';
import { adminRefusals } from './administrator.ts';

const administrator = z.object({
  account_id: uuid,
  name: z.string(),
  email: z.string(),
  /** Signed in with a one-time password: nothing but a new password is accepted until it is set. */
  must_change_password: z.boolean(),
  signed_in_at: instant,
  expires_at: instant,
});

const signIn = { caller: 'anyone', envelope: 'problem', method: 'POST', output: administrator } as const;

export const adminSignIn = defineEndpoint({
  ...signIn,
  path: '/admin-api/v1/session',
  summary: 'Sign in to the administration with e-mail address and password',
  description:
    'The administration’s own door: open to system administrators whatever the sign-in policy of the workspaces says. Sets the cookie `latchkey_admin` (`__Host-` over https). Other requests with this cookie carry the header `X-Latchkey-Admin: 1`.',
  body: z.object({ email, password: z.string().min(1).max(1024) }),
  errors: [
    'authentication_failed',
    'one_time_password_expired',
    'email_code_login_limit',
    'account_banned',
    'not_setup',
    ...adminRefusals,
  ],
});

export const adminSignInByLink = defineEndpoint({
  ...signIn,
  path: '/admin-api/v1/session/link',
  summary: 'Sign in to the administration with a link cut at the server’s shell',
  description: '`latchkey admin link` cuts it. It works once, for ten minutes.',
  body: z.object({ token: z.string().min(1).max(256) }),
  errors: ['invalid_or_expired_token', ...adminRefusals],
});

export const adminSession = defineEndpoint({
  caller: 'administrator_session',
  envelope: 'problem',
  method: 'GET',
  path: '/admin-api/v1/session',
  summary: 'Who is signed in to the administration',
  output: administrator,
  errors: adminRefusals,
});

export const adminSignOut = defineEndpoint({
  caller: 'administrator_session',
  envelope: 'problem',
  method: 'DELETE',
  path: '/admin-api/v1/session',
  summary: 'Sign out of the administration',
  output: success,
  errors: adminRefusals,
});

export const adminChangePassword = defineEndpoint({
  caller: 'administrator_session',
  envelope: 'problem',
  method: 'POST',
  path: '/admin-api/v1/session/password',
  summary: 'Change my password',
  description: 'Ends every other session of the account. `password` may be left out after signing in by a link.',
  body: z.object({ password: z.string().max(1024).optional(), new_password: password }),
  output: success,
  errors: ['current_password_incorrect', 'password_too_common', 'password_too_short', ...adminRefusals],
});
