import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, language, success, timezone } from '../fields.ts';

const anyone = { caller: 'anyone', envelope: 'console', method: 'POST' } as const;

/** A code was asked for: the token that goes with it. The answer is the same whether the address is known or not. */
export const codeSent = z.object({ result: z.literal('success'), data: z.string() });

/** Tokens of codes and links as Dify's clients send them. */
export const token = z.string().min(1).max(256);

/** The code as the person typed it. */
export const code = z.string().min(1).max(64);

/** A code was right: a new token, for the step that follows. */
export const codeProven = z.object({ is_valid: z.literal(true), email: z.string(), token: z.string() });

export const sendSignInCode = defineEndpoint({
  ...anyone,
  path: '/console/api/email-code-login',
  summary: 'Send a sign-in code by mail',
  description: 'Six digits, valid for five minutes and five tries; a newer code ends an older one.',
  body: z.object({ email, language: language.optional() }),
  output: codeSent,
  errors: ['forbidden', 'email_send_ip_limit', 'email_code_login_rate_limit_exceeded', 'not_setup', 'invalid_param'],
});

export const signInWithCode = defineEndpoint({
  ...anyone,
  path: '/console/api/email-code-login/validity',
  summary: 'Sign in with a code',
  description:
    '`code` is standard base64 of the digits; plain digits are accepted as well. Sets the session cookies as `/login` does. While registration is on, an unknown address becomes an account.',
  body: z.object({ email, code, token, language: language.optional(), timezone: timezone.optional() }),
  output: z.union([success, z.object({ result: z.literal('fail'), data: z.string() })]),
  errors: [
    'forbidden',
    'email_code_error',
    'invalid_or_expired_token',
    'invalid_email',
    'account_banned',
    'account_not_found',
    'email_code_login_limit',
    'not_setup',
    'invalid_param',
  ],
});
