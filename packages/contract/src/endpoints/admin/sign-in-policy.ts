import { z } from 'zod';
import { SSO_PROTOCOLS } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant } from '../fields.ts';
import { administration, adminRefusals } from './administrator.ts';

const switches = z.object({
  email_password: z.boolean(),
  email_code: z.boolean(),
  sso: z.boolean(),
  /** Password and code are refused for workspace sign-in. */
  sso_enforced: z.boolean(),
  /** "Allow users to create accounts". */
  allow_registration: z.boolean(),
  /** "Allow system to automatically create personal spaces". */
  create_personal_spaces: z.boolean(),
});

const policy = switches.extend({
  /** Of the connection that Dify's clients are sent to; `null` while none serves workspaces. */
  sso_protocol: z.enum(SSO_PROTOCOLS).nullable(),
  sso_enforcement: z
    .object({
      started_by: z.string(),
      started_at: instant,
      /** When it reverts by itself; `null` once it is confirmed. */
      reverts_at: instant.nullable(),
      /** When a system administrator signed in through it. */
      confirmed_at: instant.nullable(),
    })
    .nullable(),
  /** Rises with every change; a save names the one it was made from. */
  version: z.int(),
});

/** Somebody whose way in changes, as far as they are shown: the first ten of `count`. */
const people = z.object({ count: z.int(), first: z.array(z.object({ name: z.string(), email: z.string() })) });

export const getSignInPolicy = defineEndpoint({
  ...administration,
  scope: 'policy:read',
  method: 'GET',
  path: '/admin-api/v1/sign-in-policy',
  summary: 'Which ways in, and which ways to an account, are on',
  output: policy,
  errors: adminRefusals,
});

export const previewSignInPolicy = defineEndpoint({
  ...administration,
  scope: 'policy:read',
  method: 'POST',
  path: '/admin-api/v1/sign-in-policy/preview',
  summary: 'Who would gain and who would lose their way in',
  description:
    'Counts active accounts by the ways they have: a password, a mail address that can get a code, a linked identity.',
  body: switches,
  output: z.object({
    loses: people,
    gains: people,
    /** Things to know before saving, as codes: `no_method`, `no_mail_server`, `no_sso_connection`, `own_way`. */
    warnings: z.array(z.enum(['no_method', 'no_mail_server', 'no_sso_connection', 'own_way'])),
  }),
  errors: adminRefusals,
});

export const setSignInPolicy = defineEndpoint({
  ...administration,
  scope: 'policy:write',
  method: 'PUT',
  path: '/admin-api/v1/sign-in-policy',
  summary: 'Switch ways in on and off',
  description:
    'Takes effect on the next request, on every replica. Sessions that are open stay open. Single sign-on can be enforced by an administrator’s session, after a successful test of a connection as it is now; unless a system administrator signs in through it in time, the enforcement reverts by itself.',
  body: switches.extend({
    version: z.int(),
    /** How long a new enforcement waits for a system administrator to sign in through it. */
    confirm_within_minutes: z.int().min(5).max(1440).default(30),
  }),
  output: policy,
  errors: ['changed_meanwhile', 'no_sso_connection', 'sso_test_needed', ...adminRefusals],
});
