import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { email, language, nameOf, newPassword, success } from '../fields.ts';

export const getSetup = defineEndpoint({
  method: 'GET',
  path: '/console/api/setup',
  summary: 'Whether the first administrator exists',
  caller: 'anyone',
  envelope: 'bootstrap',
  output: z.object({ step: z.enum(['not_started', 'finished']), setup_at: z.string().nullable() }),
  errors: [],
});

export const setup = defineEndpoint({
  method: 'POST',
  path: '/console/api/setup',
  summary: 'Create the first administrator',
  description:
    'Open to a loopback caller of a server that listens on loopback only; everybody else passes `POST /console/api/init` first. Creates the account, its personal space and its place among the system administrators in one transaction. Sets no cookies.',
  caller: 'anyone',
  envelope: 'bootstrap',
  body: z.object({
    email,
    name: nameOf(30),
    password: newPassword,
    language: language.optional(),
  }),
  status: 201,
  output: success,
  errors: [
    'already_setup',
    'not_init_validated',
    'foreign_host',
    'password_too_short',
    'password_too_common',
    'validation_error',
  ],
});

export const getInit = defineEndpoint({
  method: 'GET',
  path: '/console/api/init',
  summary: 'Whether this browser has proven the set-up secret, or needs none',
  caller: 'anyone',
  envelope: 'bootstrap',
  output: z.object({ status: z.enum(['not_started', 'finished']) }),
  errors: [],
});

export const init = defineEndpoint({
  method: 'POST',
  path: '/console/api/init',
  summary: 'Prove the set-up secret',
  description:
    'The secret is printed once at start, inside the set-up link, or is `LATCHKEY_INIT_PASSWORD`. Sets the cookie `session` for one hour.',
  caller: 'anyone',
  envelope: 'bootstrap',
  body: z.object({ password: z.string().max(30) }),
  status: 201,
  output: success,
  errors: ['already_setup', 'init_validate_failed', 'too_many_requests', 'foreign_host', 'validation_error'],
});

export const version = defineEndpoint({
  method: 'GET',
  path: '/console/api/version',
  summary: 'The version a client should run',
  caller: 'anyone',
  envelope: 'bootstrap',
  query: z.object({ current_version: z.string().max(64) }),
  output: z.object({
    version: z.string(),
    release_date: z.string(),
    release_notes: z.string(),
    can_auto_update: z.boolean(),
    features: z.object({ can_replace_logo: z.boolean(), model_load_balancing_enabled: z.boolean() }),
  }),
  errors: ['validation_error'],
});

export const ping = defineEndpoint({
  method: 'GET',
  path: '/console/api/ping',
  summary: 'Whether the server answers',
  caller: 'anyone',
  envelope: 'bootstrap',
  output: z.object({ result: z.literal('pong') }),
  errors: [],
});
