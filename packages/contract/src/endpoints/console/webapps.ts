import { z } from 'zod';
import { ACCESS_MODES, WEBAPP_CODE_PATTERN, WEBAPP_REFUSALS } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, nameOf, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';

const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;
const here = '/console/api/webapps' as const;
/** For those who may change what is in the workspace: its owner, admins and editors. */
const manages = [...refusals, 'forbidden', 'webapp_not_found'] as const;
const one = z.object({ webapp_id: uuid });

export const person = z.object({ id: uuid, name: z.string(), email: z.string() });
const groupRef = z.object({ id: uuid, name: z.string(), member_count: z.int() });

const name = nameOf(80);
const code = z.string().regex(WEBAPP_CODE_PATTERN, 'must have 1 to 63 lower-case letters, digits and hyphens');
/** An emoji, or the address of a picture. */
const icon = z.string().trim().max(500);
const upstream = z.string().trim().max(500);
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[A-Za-z0-9.-]+$/, 'must be a host name')
  .transform((value) => value.toLowerCase());

const frameOrigin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?$/, 'must be an origin, such as https://portal.example.com')
  .transform((value) => value.toLowerCase());

export const webApp = z.object({
  id: uuid,
  code: z.string(),
  name: z.string(),
  icon: z.string().nullable(),
  /** Where people open it. */
  url: z.string(),
  /** Where the application itself answers; only for those who manage it. */
  upstream: z.string(),
  /** Its own host name, where another proxy asks the gate. */
  host: z.string().nullable(),
  enabled: z.boolean(),
  access_mode: z.enum(ACCESS_MODES),
  conditions: z.object({
    passphrase: z.boolean(),
    address_ranges: z.array(z.string()),
    share_link: z.boolean(),
  }),
  frame_origins: z.array(z.string()),
  workspace: z.object({ id: uuid, name: z.string() }),
  created_at: instant,
});

/** What a change did to those who had the app open. */
const changed = z.object({ webapp: webApp, sessions_ended: z.int() });

export const listMyWebApps = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/mine`,
  summary: 'The WebApps I may open',
  output: z.object({
    data: z.array(
      z.object({
        id: uuid,
        code: z.string(),
        name: z.string(),
        icon: z.string().nullable(),
        url: z.string(),
        workspace_name: z.string(),
        access_mode: z.enum(ACCESS_MODES),
        /** What else it asks for when it is opened. */
        asks: z.array(z.enum(['passphrase', 'share_link'])),
      }),
    ),
  }),
  errors: refusals,
});

export const listWebApps = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: here,
  summary: 'The WebApps of my current workspace',
  description: 'For its owner, admins and editors.',
  query: z.object({ q: z.string().max(254).default('') }).extend(pageQuery.shape),
  output: pageOf(webApp),
  errors: [...refusals, 'forbidden'],
});

export const createWebApp = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: here,
  summary: 'Publish a web application behind the gate',
  description: 'It begins enabled and with the access mode `private` with nobody chosen: nobody can open it yet.',
  body: z.object({ name, code, upstream, icon: icon.nullish(), host: host.nullish() }),
  status: 201,
  output: webApp,
  errors: [...refusals, 'forbidden', 'webapp_code_taken', 'webapp_host_taken', 'upstream_refused'],
});

export const getWebApp = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/{webapp_id}`,
  summary: 'One WebApp, as those who manage it see it',
  params: one,
  output: webApp,
  errors: manages,
});

export const changeWebApp = defineEndpoint({
  ...signedIn,
  method: 'PATCH',
  path: `${here}/{webapp_id}`,
  summary: 'Change a WebApp; switch it on or off',
  description: 'What is left out stays. `frame_origins` are the sites whose pages may show the app in a frame.',
  params: one,
  body: z.object({
    name: name.optional(),
    code: code.optional(),
    icon: icon.nullable().optional(),
    upstream: upstream.optional(),
    host: host.nullable().optional(),
    enabled: z.boolean().optional(),
    frame_origins: z.array(frameOrigin).max(20).optional(),
  }),
  output: changed,
  errors: [...manages, 'webapp_code_taken', 'webapp_host_taken', 'upstream_refused'],
});

export const deleteWebApp = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: `${here}/{webapp_id}`,
  summary: 'Take a WebApp down for good',
  params: one,
  output: z.object({ result: z.literal('success'), sessions_ended: z.int() }),
  errors: manages,
});

/** Who is let in. Groups and people count in the mode `private` only, and are kept in the others. */
const access = z.object({
  access_mode: z.enum(ACCESS_MODES),
  group_ids: z.array(uuid).max(200),
  account_ids: z.array(uuid).max(1000),
});

export const getWebAppAccess = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/{webapp_id}/access`,
  summary: 'Who may open a WebApp',
  params: one,
  output: z.object({
    access_mode: z.enum(ACCESS_MODES),
    groups: z.array(groupRef),
    people: z.array(person),
    /** Why `sso_verified` cannot be chosen now, if it cannot. */
    sso_verified_refusal: z.literal('no_sso_connection').nullable(),
  }),
  errors: manages,
});

export const setWebAppAccess = defineEndpoint({
  ...signedIn,
  method: 'PUT',
  path: `${here}/{webapp_id}/access`,
  summary: 'Choose who may open a WebApp',
  description: 'Holds at the next request; who is not let in any more loses open streams within a second.',
  params: one,
  body: access,
  output: z.object({ sessions_ended: z.int() }),
  errors: [...manages, 'group_not_found', 'account_unknown', 'no_sso_connection'],
});

export const previewWebAppAccess = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/{webapp_id}/access/preview`,
  summary: 'Who could open a WebApp under a choice that is not saved yet',
  params: one,
  body: access,
  output: z.object({
    /** `null` where nobody can count them: anyone, or whoever an identity provider vouches for. */
    count: z.int().nullable(),
    /** The first by name. */
    first: z.array(person),
    /** How many open sessions saving it would end. */
    sessions_ending: z.int(),
  }),
  errors: [...manages, 'group_not_found', 'account_unknown'],
});

export const explainWebAppAccess = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/{webapp_id}/access/explain`,
  summary: 'Why somebody can or cannot open a WebApp',
  description: 'Decided by the function that decides at the gate, for the saved choice.',
  params: one,
  query: z.object({ email, address: z.union([z.ipv4(), z.ipv6()]).optional() }),
  output: z.object({
    allowed: z.boolean(),
    reason: z.enum(WEBAPP_REFUSALS).nullable(),
    /** `null`: nobody has this address. */
    person: person.nullable(),
    /** Chosen groups that the person is in. */
    groups: z.array(z.object({ id: uuid, name: z.string() })),
    is_chosen_by_name: z.boolean(),
  }),
  errors: manages,
});

export const setWebAppConditions = defineEndpoint({
  ...signedIn,
  method: 'PUT',
  path: `${here}/{webapp_id}/conditions`,
  summary: 'Ask for more than the access mode does: a passphrase, an address, a link',
  description:
    'What is left out stays; `passphrase: null` takes it away. A new passphrase is asked of everybody again.',
  params: one,
  body: z.object({
    passphrase: z.string().min(6).max(128).nullable().optional(),
    /** Addresses or CIDR ranges; none: from everywhere. */
    address_ranges: z
      .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
      .max(100)
      .optional(),
    share_link: z.boolean().optional(),
  }),
  output: changed,
  errors: manages,
});

const shareLink = z.object({
  id: uuid,
  label: z.string(),
  created_at: instant,
  expires_at: instant,
});

export const listShareLinks = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/{webapp_id}/share-links`,
  summary: 'The links to a WebApp that still work',
  params: one,
  output: z.object({ data: z.array(shareLink) }),
  errors: manages,
});

export const createShareLink = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/{webapp_id}/share-links`,
  summary: 'Make a link that opens a WebApp until it expires',
  description: 'The link is shown in this answer and nowhere else. It fulfils the condition `share_link` and no other.',
  params: one,
  body: z.object({
    label: z.string().trim().max(80).default(''),
    hours: z
      .int()
      .min(1)
      .max(24 * 365),
  }),
  status: 201,
  output: shareLink.extend({ url: z.string() }),
  errors: manages,
});

export const revokeShareLink = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: `${here}/{webapp_id}/share-links/{share_link_id}`,
  summary: 'Revoke a link; whoever came by it is out',
  params: one.extend({ share_link_id: uuid }),
  output: success.extend({ sessions_ended: z.int() }),
  errors: [...manages, 'share_link_not_found'],
});
