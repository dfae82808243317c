import { z } from 'zod';
import { THEMES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { epochSeconds, instant, language, nameOf, newPassword, success, timezone, uuid } from '../fields.ts';

const account = z.object({
  id: uuid,
  name: z.string(),
  avatar: z.string().nullable(),
  avatar_url: z.string().nullable(),
  email: z.string(),
  is_password_set: z.boolean(),
  interface_language: z.string(),
  interface_theme: z.string(),
  timezone: z.string(),
  last_login_at: epochSeconds.nullable(),
  last_login_ip: z.string().nullable(),
  created_at: epochSeconds,
});

const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;

export const initAccount = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/init',
  summary: 'Initialise an account that was created without language and time zone',
  body: z.object({ interface_language: language, timezone, invitation_code: z.string().max(64).optional() }),
  output: success,
  errors: ['unauthorized', 'account_already_inited', 'not_setup', 'invalid_param'],
});

export const getProfile = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/account/profile',
  summary: 'Who is signed in',
  output: account,
  errors: ['unauthorized', 'account_not_initialized', 'not_setup'],
});

export const setName = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/name',
  summary: 'Change the name',
  description: 'From one character; Dify asks for three, which many names do not have.',
  body: z.object({ name: nameOf(30) }),
  output: account,
  errors: refusals,
});

export const getAvatar = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/account/avatar',
  summary: 'The address of an avatar',
  description: 'An http(s) address is answered as it is. Latchkey stores no files, so a file id is never found.',
  query: z.object({ avatar: z.string().max(2048) }),
  output: z.object({ avatar_url: z.string() }),
  errors: [...refusals, 'not_found'],
});

export const setAvatar = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/avatar',
  summary: 'Change the avatar',
  body: z.object({ avatar: z.string().max(2048) }),
  output: account,
  errors: refusals,
});

export const setInterfaceLanguage = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/interface-language',
  summary: 'Change the language',
  body: z.object({ interface_language: language }),
  output: account,
  errors: refusals,
});

export const setInterfaceTheme = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/interface-theme',
  summary: 'Change the theme',
  body: z.object({ interface_theme: z.enum(THEMES) }),
  output: account,
  errors: refusals,
});

export const setTimezone = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/timezone',
  summary: 'Change the time zone',
  body: z.object({ timezone }),
  output: account,
  errors: refusals,
});

export const setPassword = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/password',
  summary: 'Change the password',
  description:
    'The current password is asked for when one is set. Every other session of the account ends: browsers and terminals.',
  body: z.object({
    password: z.string().max(1024).optional(),
    new_password: newPassword,
    repeat_new_password: z.string().max(1024),
  }),
  output: account,
  errors: [...refusals, 'current_password_incorrect', 'repeat_password_not_match', 'email_code_login_limit'],
});

export const getIntegrates = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/account/integrates',
  summary: 'Linked social accounts',
  output: z.object({
    data: z.array(
      z.object({
        provider: z.enum(['github', 'google']),
        created_at: epochSeconds.nullable(),
        is_bound: z.boolean(),
        link: z.string().nullable(),
      }),
    ),
  }),
  errors: refusals,
});

const accountSession = z.object({
  id: uuid,
  kind: z.enum(['browser', 'terminal']),
  /** A browser's user agent, a terminal's device label. */
  label: z.string(),
  ip: z.string().nullable(),
  created_at: instant,
  last_used_at: instant.nullable(),
  expires_at: instant,
  current: z.boolean(),
});

export const listAccountSessions = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/account/sessions',
  summary: 'Where I am signed in: browsers and terminals together',
  description: 'Ours, not Dify’s. Newest first; only sessions that still work.',
  output: z.object({ data: z.array(accountSession) }),
  errors: refusals,
});

export const revokeAccountSession = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: '/console/api/account/sessions/{session_id}',
  summary: 'End one of my sessions',
  params: z.object({ session_id: uuid }),
  output: success,
  errors: [...refusals, 'not_found'],
});

export const revokeOtherAccountSessions = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/sessions/revoke-others',
  summary: 'End all my sessions but this one',
  output: success.extend({ revoked: z.int() }),
  errors: refusals,
});
