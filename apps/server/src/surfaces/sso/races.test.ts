import { startOAuth2Provider, walkPages } from '@latchkey/sso/testing';
import { createDatabase } from '@latchkey/tools/real/postgres';
import { expect, onTestFinished, test } from 'vitest';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { aConnection } from '../../testing/sso-world.ts';
import { startSetUpServer, startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUBLIC_URL = 'http://id.example.test';

/** Two replicas on one PostgreSQL, and a provider that both know. */
async function startReplicas() {
  const database = await createDatabase();
  onTestFinished(database.drop);
  const env = {
    LATCHKEY_DATABASE_URL: database.url,
    LATCHKEY_SECRET_KEY: 'the key of both replicas, which they share',
    LATCHKEY_PUBLIC_URL: PUBLIC_URL,
    LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on',
  };
  const first = await startSetUpServer(env, new Date());
  const second = await startTestServer(env, new Date());
  const redirectUris: string[] = [];
  const people = { ada: { id: 7, email: 'ada@example.com', email_verified: true } };
  const provider = await startOAuth2Provider({ client: { id: 'latchkey', secret: 'a secret', redirectUris }, people });
  onTestFinished(async () => {
    await provider.stop();
    await Promise.all([first.close(), second.close()]);
  });
  const admin = await signInAdministrator(first);
  const settings = {
    protocol: 'oauth2',
    authorization_url: provider.authorizationUrl,
    token_url: provider.tokenUrl,
    user_info_url: provider.userInfoUrl,
    emails_url: null,
    issuer: null,
    client_id: 'latchkey',
    client_secret: 'a secret',
    token_authentication: 'post',
    fields: { subject: 'id', email: 'email', name: 'name', groups: null },
    verified_email: { kind: 'claim', path: 'email_verified' },
  };
  const connection = (
    await admin.send('POST', '/admin-api/v1/sso-connections', aConnection({ provider: settings }))
  ).json();
  redirectUris.push(connection.callback_url);
  const policy = (await admin.send('GET', '/admin-api/v1/sign-in-policy')).json();
  await admin.send('PUT', '/admin-api/v1/sign-in-policy', { ...policy, sso: true, create_personal_spaces: true });
  return { first, second, id: connection.id as string };
}

/** What a browser brings to the callback, and with which cookies. */
async function answerFrom(server: TestServer, id: string) {
  const browser = server.browser();
  const { location = '' } = (await browser.send('GET', `/sso/${id}/login`)).headers;
  const back = new URL(location).searchParams.get('redirect_uri') ?? '';
  const answer = await walkPages({ kind: 'url', url: location }, back, { login: 'ada', password: 'any' });
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { url: `${new URL(back).pathname}?${new URLSearchParams(answer)}`, cookie };
}

test('one of two callbacks that come at once on two replicas signs in', async () => {
  const { first, second, id } = await startReplicas();
  const { url, cookie } = await answerFrom(first, id);

  const answers = await Promise.all(
    [first, second].map(({ app }) => app.inject({ method: 'GET', url, headers: { cookie } })),
  );

  const signedIn = answers.filter(({ headers }) => headers.location === '/');
  expect(signedIn).toHaveLength(1);
  expect(answers.filter(({ headers }) => String(headers.location).includes('code=sso_failed'))).toHaveLength(1);
});

test('somebody new who comes by two replicas at once becomes one account', async () => {
  const { first, second, id } = await startReplicas();
  const arrivals = [await answerFrom(first, id), await answerFrom(second, id)];

  const answers = await Promise.all(
    arrivals.map(({ url, cookie }, index) =>
      (index === 0 ? first : second).app.inject({ method: 'GET', url, headers: { cookie } }),
    ),
  );

  expect(answers.filter(({ headers }) => headers.location === '/').length).toBeGreaterThanOrEqual(1);
  const { accounts, identities } = first.context.platform.store;
  const ada = await accounts.findByEmail('ada@example.com');
  expect(ada === undefined ? [] : await identities.listOf(ada.id)).toHaveLength(1);
});
