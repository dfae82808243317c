import { z } from 'zod';
import { SSO_PROTOCOLS } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, success, uuid } from '../fields.ts';

const anyone = { caller: 'anyone', envelope: 'console' } as const;
const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;

/** A connection as people see it. */
const button = z.object({
  connection_id: uuid,
  label: z.string(),
  logo: z.string().nullable(),
  protocol: z.enum(SSO_PROTOCOLS),
});

/** `url` is a path of this server to open in the browser; `&redirect_url=` with a path, and `&invite_token=`, may be added. */
const entrance = button.extend({ url: z.string() });

export const getSsoOptions = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/console/api/sso/options',
  summary: 'Providers to sign in with',
  description:
    '`home` is the provider that the domain of `email` leads to. The answer is the same for every address of a domain, known or not.',
  query: z.object({
    email: z.string().max(254).default(''),
    /** Which door: a workspace’s, or the administration’s. */
    for: z.enum(['workspace', 'administration']).default('workspace'),
  }),
  output: z.object({
    buttons: z.array(entrance),
    home: entrance.nullable(),
    /** Whether any address leads to a provider by its domain: then a sign-in page asks for the address first. */
    leads_by_domain: z.boolean(),
  }),
  errors: ['not_setup', 'invalid_param'],
});

export const startSso = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/console/api/enterprise/sso/{protocol}/login',
  summary: 'Where the browser goes to sign in with a provider of this protocol',
  description:
    'Dify’s own. Binds the answer to this browser by the cookie `sso_transaction`. `state` is missing for SAML, and where the browser has to post a form.',
  params: z.object({ protocol: z.enum(SSO_PROTOCOLS) }),
  query: z.object({
    invite_token: z.string().max(256).optional(),
    redirect_url: z.string().max(4096).optional(),
  }),
  output: z.object({ url: z.string(), state: z.string().optional() }),
  errors: ['no_sso_connection', 'forbidden', 'sso_failed', 'too_many_requests', 'not_setup', 'invalid_param'],
});

export const listIdentities = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/account/identities',
  summary: 'Providers I can sign in with',
  output: z.object({
    data: z.array(
      button.extend({
        id: uuid,
        subject: z.string(),
        email: z.string().nullable(),
        name: z.string().nullable(),
        created_at: instant,
        last_used_at: instant.nullable(),
        /** False for the last way in. */
        can_unlink: z.boolean(),
      }),
    ),
    /** Connections that can be linked. */
    linkable: z.array(button),
  }),
  errors: refusals,
});

export const unlinkIdentity = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: '/console/api/account/identities/{identity_id}',
  summary: 'Unlink a provider, unless it is my last way in; ends the sessions that it opened, but this one',
  params: z.object({ identity_id: uuid }),
  output: success,
  errors: ['identity_not_found', 'last_way_in', 'last_administrator', ...refusals],
});

export const startLink = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/account/identities/link',
  summary: 'Link a provider: where the browser goes to prove the identity there',
  description: 'Ends at `/account?identity=linked`, or at `/account?message=…&code=…&reference=…`.',
  body: z.object({ connection_id: uuid }),
  output: z.object({ url: z.string() }),
  errors: ['sso_connection_not_found', 'sso_failed', 'too_many_requests', ...refusals],
});

export const getPendingLink = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/console/api/sso/pending-link',
  summary: 'The identity that waits to be linked in this browser',
  description:
    'After a sign-in through a provider that found no account by itself, the page `/signin/link` shows it, and lets the person sign in with what they have. Bound to this browser by the cookie `sso_pending_link`, for half an hour.',
  output: button.extend({
    email: z.string().nullable(),
    name: z.string().nullable(),
    expires_at: instant,
    /** Who is signed in in this browser, and would be linked. */
    account: z.object({ name: z.string(), email: z.string() }).nullable(),
  }),
  errors: ['pending_link_not_found', 'not_setup'],
});

export const acceptPendingLink = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/sso/pending-link',
  summary: 'Link the identity that waits in this browser to the account I am signed in with',
  output: success,
  errors: ['pending_link_not_found', 'identity_taken', 'sso_connection_not_found', ...refusals],
});

export const declinePendingLink = defineEndpoint({
  ...anyone,
  method: 'DELETE',
  path: '/console/api/sso/pending-link',
  summary: 'Forget the identity that waits in this browser',
  output: success,
  errors: ['not_setup'],
});
