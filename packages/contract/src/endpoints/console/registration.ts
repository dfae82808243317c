import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, language, nameOf, newPassword, timezone } from '../fields.ts';
import { code, codeProven, codeSent, token } from './email-code.ts';

const anyone = { caller: 'anyone', envelope: 'console', method: 'POST' } as const;

export const sendRegistrationCode = defineEndpoint({
  ...anyone,
  path: '/console/api/email-register/send-email',
  summary: 'Send a code that proves a mail address, to register with it',
  description: 'The answer is the same when the address has an account already; its owner is told by letter.',
  body: z.object({ email, language: language.optional() }),
  output: codeSent,
  errors: ['forbidden', 'email_send_ip_limit', 'email_register_rate_limit_exceeded', 'not_setup', 'invalid_param'],
});

export const checkRegistrationCode = defineEndpoint({
  ...anyone,
  path: '/console/api/email-register/validity',
  summary: 'Prove the code for registering',
  body: z.object({ email, code, token }),
  output: codeProven,
  errors: [
    'forbidden',
    'email_register_limit',
    'invalid_or_expired_token',
    'invalid_email',
    'email_code_error',
    'not_setup',
    'invalid_param',
  ],
});

export const register = defineEndpoint({
  ...anyone,
  path: '/console/api/email-register',
  summary: 'Register with a proven address',
  description:
    'Creates the account and, where the policy says so, its personal space, and signs in: the tokens are in the answer and in the session cookies. Without a workspace the answer is `result: "fail"`: the account waits for an invitation.',
  body: z.object({
    token,
    new_password: newPassword,
    password_confirm: z.string().max(128),
    name: nameOf(80).optional(),
    language: language.optional(),
    timezone: timezone.optional(),
  }),
  output: z.union([
    z.object({
      result: z.literal('success'),
      data: z.object({ access_token: z.string(), refresh_token: z.string(), csrf_token: z.string() }),
    }),
    z.object({ result: z.literal('fail'), data: z.string() }),
  ]),
  errors: [
    'forbidden',
    'password_mismatch',
    'password_too_short',
    'password_too_common',
    'invalid_or_expired_token',
    'email_already_in_use',
    'not_setup',
    'invalid_param',
  ],
});
