import { type Cookies, type RunningSimpleSamlPhp, startSimpleSamlPhp, walkPages } from '@latchkey/sso/testing';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { aConnection, type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';

let world: SsoWorld;
let provider: RunningSimpleSamlPhp;
let connection: Awaited<ReturnType<SsoWorld['connect']>>;

beforeAll(async () => {
  world = await startSsoWorld();
  const people = { ada: { mail: ['ada@example.com'], displayName: ['Ada Lovelace'] } };
  // The provider wants our metadata, and we want the provider's: ours comes first, from a connection that leads nowhere.
  const known = await startSimpleSamlPhp({ serviceProviders: [], people });
  const inspected = await inspect(known.metadataUrl);
  connection = await world.connect(aConnection({ provider: samlProvider(inspected) }));
  const metadata = await world.server.app.inject({ method: 'GET', url: `/sso/${connection.id}/metadata` });
  const certificate = /<ds:X509Certificate>([^<]+)</.exec(metadata.body)?.[1] ?? '';
  await known.stop();
  const entityId = String(connection.entity_id);
  const serviceProviders = [{ entityId, callbackUrl: connection.callback_url, certificate, wantsEncryption: true }];
  provider = await startSimpleSamlPhp({ serviceProviders, people, key: known.key });
  connection = await world.change(connection, { provider: samlProvider(await inspect(provider.metadataUrl)) });
  await world.setPolicy({ sso: true, create_personal_spaces: true });
}, 240_000);

afterAll(async () => {
  await provider.stop();
  await world[Symbol.asyncDispose]();
});

async function inspect(url: string) {
  const answer = await world.admin.send('POST', '/admin-api/v1/sso-connections/inspect-metadata', { url });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

function samlProvider(metadata: { certificates: { pem: string }[]; [name: string]: unknown }) {
  return {
    protocol: 'saml',
    entity_id: metadata.entity_id,
    sso_url: metadata.sso_url,
    sso_binding: metadata.sso_binding,
    certificates: metadata.certificates.map(({ pem }) => pem),
    name_id_format: null,
    fields: { subject: null, email: null, name: null, groups: null },
    verified_email: { kind: 'always' },
  };
}

/** What another site's form brings: no cookie of ours goes with it. */
function post(path: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<LightMyRequestResponse> {
  return world.server.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie !== '' && { cookie }) },
    payload: new URLSearchParams(fields).toString(),
  });
}

const cookieOf = ({ cookies }: Browser) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

async function answerOf(start: string, cookies?: Cookies) {
  const { callback_url } = connection;
  return walkPages({ kind: 'url', url: start }, callback_url, { username: 'ada', password: 'password' }, cookies);
}

test('signing in through SimpleSAMLphp with an encrypted assertion, by a form that our page posts once more', async () => {
  const browser = world.server.browser();
  const leaving = await browser.send('GET', `/sso/${connection.id}/login?redirect_url=/device`);
  const answer = await answerOf(String(leaving.headers.location));
  const { pathname } = new URL(connection.callback_url);

  const bounce = await post(pathname, answer);
  expect(bounce.statusCode).toBe(200);
  expect(bounce.body).toContain(`action="${pathname}?again"`);
  expect(bounce.headers['content-security-policy']).toContain("default-src 'none'; script-src 'nonce-");

  const signedIn = await post(`${pathname}?again`, answer, cookieOf(browser));
  expect(signedIn.headers.location).toBe('/device');
  expect(String(signedIn.headers['set-cookie'])).toContain('access_token=');

  const replayed = await post(`${pathname}?again`, answer, cookieOf(browser));
  expect(replayed.headers.location).toContain('code=sso_failed');
  const elsewhere = await post(`${pathname}?again`, answer);
  expect(elsewhere.headers.location).toContain('code=sso_failed');
});

test('an answer nobody asked for is refused unless the connection allows it; then it signs in whoever is linked', async () => {
  const { pathname } = new URL(connection.callback_url);
  const entity = encodeURIComponent(String(connection.entity_id));
  const start = `${provider.origin}/saml2/idp/SSOService.php?spentityid=${entity}`;
  const refused = await post(`${pathname}?again`, await answerOf(start));
  expect(refused.headers.location).toContain('code=sso_failed');

  const { provider: settings } = (
    await world.admin.send('GET', `/admin-api/v1/sso-connections/${connection.id}`)
  ).json();
  connection = await world.change(connection, { provider: { ...settings, allows_idp_initiated: true } });
  const accepted = await post(`${pathname}?again`, await answerOf(start));

  expect(accepted.headers.location).toBe('/');
  expect(String(accepted.headers['set-cookie'])).toContain('access_token=');
});
