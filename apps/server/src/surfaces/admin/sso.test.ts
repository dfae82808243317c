import { startNameServer } from '@latchkey/sso/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';

const records = new Map<string, string[]>();
let world: SsoWorld;
let names: Awaited<ReturnType<typeof startNameServer>>;

beforeEach(async () => {
  records.clear();
  names = await startNameServer(records);
  world = await startSsoWorld({ LATCHKEY_DNS_SERVERS: names.address });
});

afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await names[Symbol.asyncDispose]();
});

const api = '/admin-api/v1/sso-connections';

describe('a domain of a connection', () => {
  test('is proven by a TXT record that only its owner can publish, and stays so', async () => {
    const connection = await world.connectOAuth2({ domains: ['Müller.example'] });
    const [domain] = connection.domains as { domain: string; proof: string; record: { name: string; value: string } }[];
    expect(domain).toMatchObject({ domain: 'xn--mller-kva.example', proof: 'none' });
    const prove = () => world.admin.send('POST', `${api}/${connection.id}/domains/${domain?.domain}/prove`);
    expect((await prove()).json().code).toBe('sso_domain_not_proven');
    records.set(domain?.record.name ?? '', ['something else']);
    expect((await prove()).json().code).toBe('sso_domain_not_proven');

    records.set(domain?.record.name ?? '', ['something else', domain?.record.value ?? '']);
    expect((await prove()).json()).toMatchObject({ proof: 'dns', proven_at: expect.any(String) });

    records.clear();
    const changed = await world.change(connection, { label: 'Changed', domains: ['müller.example', 'other.example'] });
    expect(changed.domains).toMatchObject([{ proof: 'dns' }, { domain: 'other.example', proof: 'none' }]);
  });

  test('is nobody’s where anybody gets an address, and one connection’s otherwise', async () => {
    await expect(world.connectOAuth2({ domains: ['gmail.com'] })).rejects.toThrow('sso_domain_public');
    await world.connectOAuth2({ domains: ['example.com'] });
    await expect(world.connectOAuth2({ domains: ['EXAMPLE.com'] })).rejects.toThrow('sso_domain_taken');
  });
});

describe('the secret of a connection', () => {
  test('stays when it is left out, and goes to nobody but the provider and client it was entered for', async () => {
    world.people.ada = { id: 7, email: 'ada@example.com', email_verified: true };
    let connection = await world.connectOAuth2();
    const provider = connection.provider as Record<string, unknown>;
    expect(provider).toMatchObject({ has_client_secret: true });
    expect(provider).not.toHaveProperty('client_secret');

    connection = await world.change(connection, { name: 'Renamed' });
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const answer = await world.walk(world.server.browser(), `/sso/${connection.id}/login`, 'ada');
    expect(answer.headers.location).toBe('/');

    for (const elsewhere of [{ token_url: 'https://evil.example/token' }, { client_id: 'another' }]) {
      const moved = world.change(connection, { provider: { ...provider, ...elsewhere } });
      await expect(moved).rejects.toThrow('sso_secret_needed');
    }
  });
});

test('the picture on the button is part of the connection, and comes from no other server', async () => {
  const logo = `data:image/png;base64,${Buffer.from('a picture').toString('base64')}`;
  const connection = await world.connectOAuth2({ logo });
  expect(connection.logo).toBe(logo);

  const elsewhere = [
    'https://cdn.example/logo.png',
    'data:text/html;base64,PGI+',
    'data:image/png,plain',
    `data:image/png;base64,${'A'.repeat(48 * 1024)}`,
  ];
  for (const refused of elsewhere) {
    await expect(world.change(connection, { logo: refused })).rejects.toThrow('#/logo');
  }
});

test('of two administrators who save the same version one is told that it changed meanwhile', async () => {
  const connection = await world.connectOAuth2();
  await world.change(connection, { label: 'First' });
  await expect(world.change(connection, { version: connection.version })).rejects.toThrow('changed_meanwhile');
});

test('a provider says about itself what an administrator would have to type', async () => {
  const connection = await world.connectOidc();
  const { issuer } = connection.provider as { issuer: string };
  expect((await world.admin.send('POST', `${api}/discover`, { issuer })).json()).toMatchObject({
    issuer,
    token_endpoint: `${issuer}/token`,
    id_token_algorithms: ['RS256'],
    supports_back_channel_logout: true,
  });
  const wrong = (await world.admin.send('POST', `${api}/discover`, { issuer: `${issuer}/elsewhere` })).json();
  expect(wrong).toMatchObject({ code: 'sso_settings_refused', detail: expect.stringContaining('discovery_failed') });
  expect((await world.admin.send('GET', `${api}/presets`)).json().data).toMatchObject([
    { name: 'github', provider: { emails_url: 'https://api.github.com/user/emails' } },
    { name: 'generic' },
  ]);
});

test('Dify’s callback address leads to a connection while it is the only one of its protocol', async () => {
  world.people.ada = { id: 7, email: 'ada@example.com', email_verified: true };
  const connection = await world.connectOAuth2();
  expect(connection.callback_aliases).toEqual(['http://id.example.test/console/api/enterprise/sso/oauth2/callback']);
  await world.setPolicy({ sso: true, create_personal_spaces: true });
  const browser = world.server.browser();
  const callback = await world.answerFrom(browser, `/sso/${connection.id}/login`, 'ada');

  const query = callback.split('?')[1];
  const answer = await browser.send('GET', `/console/api/enterprise/sso/oauth2/callback?${query}`);

  expect(answer.headers.location).toBe('/');
  const second = await world.connectOAuth2({ name: 'Second' });
  expect(second.callback_aliases).toEqual([]);
});
