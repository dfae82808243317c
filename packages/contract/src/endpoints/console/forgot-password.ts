import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, language, newPassword, password, success } from '../fields.ts';
import { code, codeProven, codeSent, token } from './email-code.ts';

const anyone = { caller: 'anyone', envelope: 'console', method: 'POST' } as const;

export const forgotPassword = defineEndpoint({
  ...anyone,
  path: '/console/api/forgot-password',
  summary: 'Send a code for a new password',
  description: 'The answer is the same whether the address is known or not.',
  body: z.object({ email, language: language.optional() }),
  output: codeSent,
  errors: ['forbidden', 'email_send_ip_limit', 'password_reset_rate_limit_exceeded', 'not_setup', 'invalid_param'],
});

export const resetPasswordLegacy = defineEndpoint({
  ...forgotPassword,
  path: '/console/api/reset-password',
  description: 'The same under its older name.',
});

export const checkPasswordResetCode = defineEndpoint({
  ...anyone,
  path: '/console/api/forgot-password/validity',
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

export const resetPassword = defineEndpoint({
  ...anyone,
  path: '/console/api/forgot-password/resets',
  summary: 'Set a new password with a proven code',
  description: 'Ends every session of the account, lifts its lock and tells its owner. Signs nobody in.',
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

export const openPasswordLink = defineEndpoint({
  ...anyone,
  path: '/console/api/password-link',
  summary: 'Whom a password link is for',
  description: 'The link comes in a letter that an administrator started. Looking does not use it up.',
  body: z.object({ token }),
  output: z.object({ email: z.string() }),
  errors: ['invalid_or_expired_token', 'not_setup', 'invalid_param'],
});

export const setPasswordByLink = defineEndpoint({
  ...anyone,
  path: '/console/api/password-link/password',
  summary: 'Set a new password with a link from an administrator’s letter',
  body: z.object({ token, new_password: password }),
  output: success,
  errors: ['password_too_short', 'password_too_common', 'invalid_or_expired_token', 'not_setup', 'invalid_param'],
});
