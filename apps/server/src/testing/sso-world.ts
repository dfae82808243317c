import { createPrivateKey, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import {
  newSigningKey,
  type RunningOAuth2Provider,
  type RunningOidcProvider,
  startOAuth2Provider,
  startOidcProvider,
  walkPages,
} from '@latchkey/sso/testing';
import type { LightMyRequestResponse } from 'fastify';
import type { Browser } from './browser.ts';
import { signInAdministrator } from './sign-in-administrator.ts';
import { startSetUpServer, type TestServer } from './test-server.ts';

/** Latchkey's address; nobody listens there, a test hands over what a browser would bring. */
const PUBLIC_URL = 'http://id.example.test';

const CLIENT = { client_id: 'latchkey', client_secret: 'a secret of the provider' };

type Claims = Readonly<Record<string, unknown>>;

/** What comes back from an administrator's request; `json` is as deep as it is. */
interface Connection {
  readonly id: string;
  readonly version: number;
  readonly callback_url: string;
  readonly [name: string]: unknown;
}

/** A server with an administrator who connects identity providers, and the people of those. */
export interface SsoWorld extends AsyncDisposable {
  readonly server: TestServer;
  readonly admin: Browser;
  /** What the providers say of people; changes take effect at the next sign-in. */
  readonly people: Record<string, Claims>;
  /** Creates a connection as the administration does. */
  connect(settings: object): Promise<Connection>;
  /** Connects a certified OpenID provider that knows the people. */
  connectOidc(changes?: object): Promise<Connection>;
  /** Connects a plain OAuth 2.0 provider that knows them. */
  connectOAuth2(changes?: object): Promise<Connection>;
  change(connection: Connection, changes: object): Promise<Connection>;
  /** Follows a browser from an address of ours through the provider's pages and back. */
  walk(browser: Browser, start: string, login: string): Promise<LightMyRequestResponse>;
  /** The same, but the answer is not handed over: it is what the callback would be asked. */
  answerFrom(browser: Browser, start: string, login: string): Promise<string>;
  /** From an address of the provider through its pages, to what our callback would be asked. */
  returnFrom(url: string, login: string): Promise<string>;
  /** What the OpenID provider announces when somebody signed out there. */
  logoutToken(connectionId: string, subject: string): Promise<string>;
  /** The provider ends, as providers do. */
  stopProvider(): Promise<void>;
  setPolicy(changes: object): Promise<LightMyRequestResponse>;
}

export async function startSsoWorld(env: Record<string, string> = {}): Promise<SsoWorld> {
  const settings = { LATCHKEY_PUBLIC_URL: PUBLIC_URL, LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on', ...env };
  // Real providers look at the real clock; the server's may be moved from here on.
  const server = await startSetUpServer(settings, new Date());
  const admin = await signInAdministrator(server);
  const people: Record<string, Claims> = {};
  const oidcKey = newSigningKey();
  const running: (RunningOidcProvider | RunningOAuth2Provider)[] = [];

  const world: SsoWorld = {
    server,
    admin,
    people,
    async connect(body) {
      const answer = await admin.send('POST', '/admin-api/v1/sso-connections', body);
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json();
    },
    async connectOidc(changes = {}) {
      // The provider wants our address, and we want the provider's: one of them comes first, and comes again.
      const first = await startOidcProvider({ clients: [], people });
      const { port, issuer } = first;
      const connection = await world.connect(aConnection({ provider: { ...OIDC, issuer }, ...changes }));
      await first.stop();
      const clients = [{ ...CLIENT, redirect_uris: [connection.callback_url] }];
      running.push(await startOidcProvider({ clients, people, port, keys: [oidcKey] }));
      return connection;
    },
    async connectOAuth2(changes = {}) {
      const redirectUris: string[] = [];
      const client = { id: CLIENT.client_id, secret: CLIENT.client_secret, redirectUris };
      const provider = await startOAuth2Provider({ client, people });
      running.push(provider);
      const { authorizationUrl, tokenUrl, userInfoUrl } = provider;
      const at = { authorization_url: authorizationUrl, token_url: tokenUrl, user_info_url: userInfoUrl };
      const connection = await world.connect(aConnection({ provider: { ...OAUTH2, ...at }, ...changes }));
      redirectUris.push(connection.callback_url);
      return connection;
    },
    async change(connection, changes) {
      const now = (await admin.send('GET', `/admin-api/v1/sso-connections/${connection.id}`)).json();
      const domains = now.domains.map(({ domain }: { domain: string }) => domain);
      const body = { ...now, domains, ...changes };
      const answer = await admin.send('PUT', `/admin-api/v1/sso-connections/${connection.id}`, body);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json();
    },
    async answerFrom(browser, start, login) {
      const leaving = await browser.send('GET', start);
      const { location = '' } = leaving.headers;
      const target = new URL(location, PUBLIC_URL);
      if (target.origin === PUBLIC_URL) throw new Error(`the browser was sent to ${location}`);
      return world.returnFrom(location, login);
    },
    async returnFrom(url, login) {
      const back = new URL(url).searchParams.get('redirect_uri') ?? '';
      const answer = await walkPages({ kind: 'url', url }, back, { login, password: 'any' });
      return `${new URL(back).pathname}?${new URLSearchParams(answer)}`;
    },
    async logoutToken(connectionId, subject) {
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
      const { issuer } = (await admin.send('GET', `/admin-api/v1/sso-connections/${connectionId}`)).json().provider;
      const payload = { iss: issuer, aud: CLIENT.client_id, sub: subject, jti: randomUUID(), events };
      return signJwt(oidcKey, {
        ...payload,
        iat: Math.floor(Date.now() / 1000),
        exp: Math.floor(Date.now() / 1000) + 60,
      });
    },
    walk: async (browser, start, login) => browser.send('GET', await world.answerFrom(browser, start, login)),
    async stopProvider() {
      for (const provider of running.splice(0)) await provider.stop();
    },
    async setPolicy(changes) {
      const {
        sso_protocol: _,
        sso_enforcement: __,
        ...now
      } = (await admin.send('GET', '/admin-api/v1/sign-in-policy')).json();
      return admin.send('PUT', '/admin-api/v1/sign-in-policy', { ...now, ...changes });
    },
    async [Symbol.asyncDispose]() {
      await world.stopProvider();
      await server.close();
    },
  };
  return world;
}

/** RS256, as the provider signs. */
function signJwt(key: ReturnType<typeof newSigningKey>, payload: object): string {
  const text = [{ alg: 'RS256', kid: key.kid, typ: 'logout+jwt' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  // A boundary: one library's JWK is the other's.
  const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

const FIELDS = { subject: null, email: null, name: null, groups: null };

const OIDC = {
  protocol: 'oidc',
  client_id: CLIENT.client_id,
  client_secret: CLIENT.client_secret,
  scopes: ['openid', 'email', 'profile', 'groups'],
  fields: FIELDS,
  verified_email: { kind: 'claim', path: 'email_verified' },
  clock_skew_seconds: 600,
};

const OAUTH2 = {
  protocol: 'oauth2',
  emails_url: null,
  issuer: null,
  client_id: CLIENT.client_id,
  client_secret: CLIENT.client_secret,
  token_authentication: 'post',
  scopes: [],
  fields: { subject: 'id', email: 'email', name: 'name', groups: 'groups' },
  verified_email: { kind: 'claim', path: 'email_verified' },
};

/** Enabled, for workspaces, where accounts begin. */
export function aConnection(changes: object): object {
  return {
    name: 'The directory',
    enabled: true,
    label: 'Continue with the directory',
    logo: null,
    uses: ['workspace'],
    account_creation: { enabled: true, domains: [], workspace_id: null, role: 'normal', group_roles: [] },
    domains: [],
    ...changes,
  };
}
