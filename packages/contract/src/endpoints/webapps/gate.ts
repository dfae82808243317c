import { z } from 'zod';
import { ACCESS_MODES, SSO_PROTOCOLS, WEBAPP_CODE_PATTERN } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';

const anyone = { caller: 'anyone', envelope: 'console' } as const;
const code = z.string().regex(WEBAPP_CODE_PATTERN);

/**
 * The way into a WebApp, page by page:
 * 1. The app's host sends the browser to `GET /gate/enter?app&nonce&return` of this server.
 * 2. Somebody who may enter is sent back with a code that works once, in that browser only.
 * 3. Anybody else lands on `/webapp-signin?app&reason&reference&redirect_url`: `redirect_url` is the address of step 1,
 *    to be opened again once they have signed in; with the reason `passphrase_needed` the page posts it to
 *    `POST /gate/enter` and opens the `url` of the answer.
 */
export const getWebAppDoor = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/gate/apps/{code}',
  summary: 'What the sign-in page of a WebApp shows',
  params: z.object({ code }),
  output: z.object({
    code: z.string(),
    name: z.string(),
    icon: z.string().nullable(),
    url: z.string(),
    access_mode: z.enum(ACCESS_MODES),
    asks_passphrase: z.boolean(),
    /** How external users sign in; `null` while no connection is chosen for them. */
    external_sso_protocol: z.enum(SSO_PROTOCOLS).nullable(),
    /** Whom to ask, in the administrators' own words. */
    contact: z.string(),
  }),
  errors: ['webapp_not_found', 'not_setup', 'invalid_param'],
});

export const enterWebApp = defineEndpoint({
  ...anyone,
  method: 'POST',
  path: '/gate/enter',
  summary: 'Enter a WebApp with its passphrase',
  description:
    '`app`, `nonce` and `return` are those of the address that the page was opened with. Whoever has a console session enters as themselves.',
  body: z.object({
    app: code,
    nonce: z.string().regex(/^[\w-]{43}$/),
    return: z.string().max(4096).default('/'),
    passphrase: z.string().max(128).optional(),
  }),
  output: z.object({
    /** Where the browser goes now. */
    url: z.string(),
  }),
  errors: [
    'webapp_not_found',
    'webapp_disabled',
    'webapp_workspace_archived',
    'address_not_allowed',
    'no_sso_connection',
    'sign_in_needed',
    'external_sign_in_needed',
    'account_not_active',
    'not_a_member',
    'not_chosen',
    'passphrase_needed',
    'wrong_passphrase',
    'too_many_requests',
    'not_setup',
    'invalid_param',
  ],
});

export const getGateKeys = defineEndpoint({
  ...anyone,
  method: 'GET',
  path: '/gate/jwks.json',
  summary: 'The keys that sign who somebody is (RFC 7517)',
  description:
    'For applications that verify `X-Latchkey-Jwt`: ES256, `iss` this server’s address, `aud` the WebApp’s id.',
  output: z.object({
    keys: z.array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    ),
  }),
  errors: [],
});
