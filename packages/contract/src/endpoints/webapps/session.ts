import { z } from 'zod';
import { ACCESS_MODES } from '../../vocabulary/index.ts';
import { code, codeProven, codeSent, token } from '../console/email-code.ts';
import { systemFeatures } from '../console/system-features.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, language, newPassword, success } from '../fields.ts';

const anyone = { caller: 'anyone', envelope: 'console' } as const;
const appCode = z.string().max(64);
const loginToken = z.object({ result: z.literal('success'), data: z.object({ access_token: z.string() }) });

export const webAppFeatures = defineEndpoint({
  ...systemFeatures,
  path: '/api/system-features',
  summary: 'What is switched on, for the sign-in page of a WebApp',
});

export const webAppAccessMode = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/api/webapp/access-mode',
  summary: 'The access mode of a WebApp',
  query: z.object({ appCode: appCode.optional(), appId: z.string().max(64).optional() }),
  output: z.object({ accessMode: z.enum(ACCESS_MODES) }),
  errors: ['invalid_param', 'not_setup'],
});

export const webAppPermission = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/api/webapp/permission',
  summary: 'Whether the bearer of a passport may open a WebApp',
  description: 'Needs `X-App-Passport` (and `X-App-Code`) where the access mode asks who somebody is.',
  query: z.object({ appId: z.string().max(64).optional() }),
  output: z.object({ result: z.boolean() }),
  errors: ['invalid_param', 'unauthorized', 'web_sso_auth_required', 'web_app_access_denied', 'not_setup'],
});

export const webAppLogin = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/login',
  summary: 'Sign in to WebApps with e-mail address and password',
  description:
    '`password` is standard base64 of the UTF-8 text; a plain one is accepted as well. Answers a token for `Authorization: Bearer` and sets no cookie. Counts against the limits of the console’s sign-in.',
  body: z.object({ email, password: z.string().min(1).max(1024) }),
  output: loginToken,
  errors: [
    'authentication_failed',
    'one_time_password_expired',
    'account_banned',
    'email_code_login_limit',
    'not_allowed_create_workspace',
    'forbidden',
    'not_setup',
    'invalid_param',
  ],
});

export const webAppLoginStatus = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/api/login/status',
  summary: 'Whether somebody is signed in to WebApps, and to this one',
  query: z.object({ app_code: appCode.optional(), user_id: z.string().max(256).optional() }),
  output: z.object({ logged_in: z.boolean(), app_logged_in: z.boolean() }),
  errors: ['invalid_param', 'not_setup'],
});

export const webAppLogout = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/logout',
  summary: 'End the session that a WebApp sign-in opened',
  output: success,
  errors: ['not_setup'],
});

export const sendWebAppCode = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/email-code-login',
  summary: 'Send a sign-in code by mail, for WebApps',
  description: 'The answer is the same whether the address is known or not.',
  body: z.object({ email, language: language.optional() }),
  output: codeSent,
  errors: ['forbidden', 'email_send_ip_limit', 'email_code_login_rate_limit_exceeded', 'not_setup', 'invalid_param'],
});

export const webAppCodeLogin = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/email-code-login/validity',
  summary: 'Sign in to WebApps with a code',
  body: z.object({ email, code, token }),
  output: loginToken,
  errors: [
    'forbidden',
    'email_code_error',
    'invalid_or_expired_token',
    'invalid_email',
    'account_banned',
    'account_not_found',
    'email_code_login_limit',
    'not_allowed_create_workspace',
    'not_setup',
    'invalid_param',
  ],
});

export const webAppPassport = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/api/passport',
  summary: 'A passport for one WebApp',
  description: 'Needs `X-App-Code`, and the token of a sign-in where the access mode asks who somebody is.',
  query: z.object({ user_id: z.string().max(256).optional() }),
  output: z.object({ access_token: z.string() }),
  errors: ['unauthorized', 'web_sso_auth_required', 'web_app_access_denied', 'not_found', 'not_setup', 'invalid_param'],
});

export const webAppForgotPassword = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/forgot-password',
  summary: 'Send a code for a new password',
  body: z.object({ email, language: language.optional() }),
  output: codeSent,
  errors: ['forbidden', 'email_send_ip_limit', 'password_reset_rate_limit_exceeded', 'not_setup', 'invalid_param'],
});

export const webAppCheckResetCode = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/forgot-password/validity',
  summary: 'Prove the code for a new password',
  body: z.object({ email, code, token }),
  output: codeProven,
  errors: [
    'forbidden',
    'email_password_reset_limit',
    'invalid_or_expired_token',
    'invalid_email',
    'email_code_error',
    'not_setup',
    'invalid_param',
  ],
});

export const webAppResetPassword = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/api/forgot-password/resets',
  summary: 'Set a new password with a proven code',
  body: z.object({ token, new_password: newPassword, password_confirm: z.string().max(128) }),
  output: success,
  errors: [
    'forbidden',
    'password_mismatch',
    'password_too_short',
    'password_too_common',
    'invalid_or_expired_token',
    'account_not_found',
    'not_setup',
    'invalid_param',
  ],
});
