import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyToken, type GivenToken } from '../testing/every-token.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// In comparable servers a token of one kind passed for one of another: a state for a magic link, a session for a
// passport, a first step for a last one. Here every kind is tried at every place.
const api = '/console/api';
const NEXT = 'violet harbour 7';
const NAMED = { name: 'Somebody', interface_language: 'en-US', timezone: 'UTC' };

let server: TestServer;
let given: ReadonlyMap<string, GivenToken>;
let otherOf: string;
beforeAll(async () => {
  const off = [
    'device-code',
    'device-decision',
    'code-account-network',
    'code-account',
    'mail-code',
    'mail-sign-in-code',
    'mail-network',
    'link-network',
    'bearer',
  ];
  server = await startSetUpServer({ LATCHKEY_LIMITS: off.map((name) => `${name}=off`).join(',') });
  given = await everyToken(server);
  otherOf = (await server.context.platform.store.accounts.findByEmail(ADMIN.email))?.id ?? '';
}, 60_000);
afterAll(() => server.close());

type Try = (given: GivenToken) => Promise<LightMyRequestResponse>;

const get = (url: string, headers: Record<string, string>) => server.app.inject({ url, headers });
const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  server.app.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
/** As the owner of the token, signed in, who may use it if anybody may. */
const session = ({ owner }: GivenToken): Record<string, string> => ({
  cookie: [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  'x-csrf-token': owner.cookies.get('csrf_token') ?? '',
});
const signedIn =
  (url: string, body: (given: GivenToken) => object): Try =>
  (one) =>
    post(url, body(one), session(one));
const anybody =
  (url: string, body: (given: GivenToken) => object): Try =>
  (one) =>
    post(url, body(one));
const typed = ({ email, token, code }: GivenToken) => ({ email, token, code });
const passwords = ({ token }: GivenToken) => ({ token, new_password: NEXT, password_confirm: NEXT });
const csrfOf = ({ owner }: GivenToken) => owner.cookies.get('csrf_token') ?? '';

/** Where a token opens something, which kinds do, and how it is tried; what uses a token up comes last. */
const PLACES: readonly (readonly [place: string, kinds: readonly string[], attempt: Try])[] = [
  [
    'the access token in its cookie',
    ['access'],
    (one) =>
      get(`${api}/account/profile`, {
        cookie: `access_token=${one.token}; csrf_token=${csrfOf(one)}`,
        'x-csrf-token': csrfOf(one),
      }),
  ],
  [
    'the access token in a header',
    ['access'],
    (one) =>
      get(`${api}/account/profile`, {
        authorization: `Bearer ${one.token}`,
        cookie: `csrf_token=${csrfOf(one)}`,
        'x-csrf-token': csrfOf(one),
      }),
  ],
  [
    'the CSRF token',
    ['csrf'],
    ({ owner, token }) =>
      get(`${api}/account/profile`, {
        cookie: `access_token=${owner.cookies.get('access_token')}; csrf_token=${token}`,
        'x-csrf-token': token,
      }),
  ],
  [
    'the cookie of the administration',
    ['session of the administration'],
    ({ token }) => get('/admin-api/v1/session', { cookie: `latchkey_admin=${token}`, 'x-latchkey-admin': '1' }),
  ],
  ['the API key', ['API key'], ({ token }) => get('/admin-api/v1/accounts', { authorization: `Bearer ${token}` })],
  [
    'the token of a terminal',
    ['terminal'],
    ({ token }) => get('/openapi/v1/account', { authorization: `Bearer ${token}` }),
  ],
  [
    'the cookie of an unfinished sign-in',
    ['unfinished sign-in'],
    ({ token }) => get(`${api}/unfinished-sign-in`, { cookie: `unfinished_sign_in=${token}` }),
  ],
  [
    'the link of an invitation',
    ['copied invitation', 'invitation in a letter'],
    ({ token }) => get(`${api}/activate/check?token=${encodeURIComponent(token)}`, {}),
  ],
  [
    'the link of an invitation, for a code',
    ['copied invitation', 'invitation in a letter'],
    anybody(`${api}/activate/code`, ({ token }) => ({ token })),
  ],
  [
    'a link for a new password, looked at',
    ['password link'],
    anybody(`${api}/password-link`, ({ token }) => ({ token })),
  ],
  ['a code for signing in', ['sign-in'], anybody(`${api}/email-code-login/validity`, typed)],
  ['a code for a new password', ['forgotten password'], anybody(`${api}/forgot-password/validity`, typed)],
  ['a code for registering', ['registration'], anybody(`${api}/email-register/validity`, typed)],
  [
    'a code for one’s own or a new address',
    ['own address', 'new address'],
    signedIn(`${api}/account/change-email/validity`, typed),
  ],
  ['a code for handing over', ['hand-over'], signedIn(`${api}/workspaces/current/members/owner-transfer-check`, typed)],
  [
    'a code for an invitation',
    ['invitation code'],
    ({ token, code }) => {
      const invitation = given.get('invitation code')?.beside;
      return post(`${api}/activate`, { ...NAMED, token: invitation, password: NEXT, code, code_token: token });
    },
  ],
  ['the user code', ['user code'], signedIn('/openapi/v1/oauth/device/approve', ({ token }) => ({ user_code: token }))],
  [
    'the device code',
    ['device code'],
    anybody('/openapi/v1/oauth/device/token', ({ token }) => ({ client_id: 'difyctl', device_code: token })),
  ],
  ['a proven registration', ['proven registration'], anybody(`${api}/email-register`, passwords)],
  [
    'the link of an invitation, accepted',
    ['invitation in a letter'],
    anybody(`${api}/activate`, ({ token }) => ({ ...NAMED, token, password: NEXT })),
  ],
  [
    'a proven new address',
    ['proven new address'],
    signedIn(`${api}/account/change-email/reset`, ({ token, email }) => ({ new_email: email, token })),
  ],
  [
    'a proven address, for a new one',
    ['proven own address'],
    signedIn(`${api}/account/change-email`, ({ token }) => ({
      email: 'bob.newer@example.com',
      phase: 'new_email',
      token,
    })),
  ],
  [
    'a proven hand-over',
    ['proven hand-over'],
    (one) => post(`${api}/workspaces/current/members/${otherOf}/owner-transfer`, { token: one.token }, session(one)),
  ],
  ['a code for deleting an account', ['deletion'], signedIn(`${api}/account/delete`, typed)],
  ['a proven forgotten password', ['proven forgotten password'], anybody(`${api}/forgot-password/resets`, passwords)],
  ['a link for a new password', ['password link'], anybody(`${api}/password-link/password`, passwords)],
  ['the link of the shell', ['link of the shell'], anybody('/admin-api/v1/session/link', ({ token }) => ({ token }))],
  [
    'the refresh token',
    ['refresh'],
    ({ token }) =>
      server.app.inject({ method: 'POST', url: `${api}/refresh-token`, headers: { cookie: `refresh_token=${token}` } }),
  ],
];

/** Refusals that come after the token was taken for good. */
const AFTER_THE_TOKEN: ReadonlySet<string> = new Set(['member_not_in_tenant', 'authorization_pending']);

function isAccepted(response: LightMyRequestResponse): boolean {
  const body = response.json();
  if (AFTER_THE_TOKEN.has(body.code ?? body.error)) return true;
  return response.statusCode < 400 && body.result !== 'fail' && body.is_valid !== false;
}

describe('a token of another kind passed for', () => {
  test.each(PLACES.map(([place, kinds, attempt]) => ({ place, kinds, attempt })))(
    '$place',
    async ({ kinds, attempt }) => {
      const passed: string[] = [];
      for (const [kind, one] of given) if (!kinds.includes(kind) && isAccepted(await attempt(one))) passed.push(kind);

      expect(passed).toEqual([]);
    },
  );
});

test('after all of that, every token still opens what it is for', async () => {
  const refused: string[] = [];
  const tried = new Set<string>();
  for (const [place, kinds, attempt] of PLACES) {
    for (const kind of kinds) {
      const one = given.get(kind);
      if (one === undefined || !isAccepted(await attempt(one))) refused.push(`${kind}: ${place}`);
      tried.add(kind);
    }
  }

  expect(refused).toEqual([]);
  expect([...given.keys()].filter((kind) => !tried.has(kind))).toEqual(['set-up']);
});
