import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, success } from '../fields.ts';

export const login = defineEndpoint({
  method: 'POST',
  path: '/console/api/login',
  summary: 'Sign in with e-mail address and password',
  description:
    'Sets the cookies `access_token`, `refresh_token` and `csrf_token` (`__Host-` names over https). `password` is standard base64 of the UTF-8 text; a plain password is accepted as well. An account without a workspace is answered `result: "fail"`, without cookies.',
  caller: 'anyone',
  envelope: 'console',
  body: z.object({
    email,
    password: z.string().min(1).max(1024),
    remember_me: z.boolean().optional(),
    invite_token: z.string().max(256).optional(),
  }),
  output: z.union([success, z.object({ result: z.literal('fail'), data: z.string() })]),
  errors: [
    'authentication_failed',
    'one_time_password_expired',
    'account_banned',
    'email_code_login_limit',
    'forbidden',
    'not_setup',
    'not_init_validated',
    'invalid_param',
  ],
});

export const logout = defineEndpoint({
  method: 'POST',
  path: '/console/api/logout',
  summary: 'End this session',
  description:
    'Ends the session on the server and clears its cookies, also when the access token has expired but the refresh token is still good. `provider_sign_out_url` is there when the session came from a provider whose connection signs out there too: the browser may go there.',
  caller: 'anyone',
  envelope: 'console',
  output: success.extend({ provider_sign_out_url: z.string().optional() }),
  errors: ['unauthorized', 'not_setup'],
});

export const refreshToken = defineEndpoint({
  method: 'POST',
  path: '/console/api/refresh-token',
  summary: 'Renew a session',
  description:
    'Reads the refresh cookie only. A refresh token is used once; a second use within the grace window (parallel tabs) renews again, a later one ends the session. A refusal is `{"result":"fail","message"}` with status 401.',
  caller: 'anyone',
  envelope: 'refresh',
  output: success,
  errors: ['unauthorized'],
});
