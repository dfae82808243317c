import { startOidcProvider } from '@latchkey/sso/testing';
import { administer } from './administer.ts';
import { freePort } from './free-port.ts';
import type { Server } from './server.ts';

type People = Parameters<typeof startOidcProvider>[0]['people'];

interface Wanted {
  readonly people: People;
  /** What differs from a connection for workspaces that creates no accounts. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export interface Connected extends AsyncDisposable {
  readonly id: string;
  readonly issuer: string;
  readonly stop: () => Promise<void>;
  /** Starts the provider anew at its address, with new keys. */
  readonly start: () => Promise<void>;
}

/** A real OpenID provider, connected to the server as an administrator does by the API; single sign-on is on. */
export async function connectOidc(server: Server, { people, settings = {} }: Wanted): Promise<Connected> {
  const act = await administer(server);
  const id = crypto.randomUUID();
  const port = await freePort();
  const clients = [
    {
      client_id: 'latchkey',
      client_secret: 'a secret',
      redirect_uris: [`${server.address}/sso/${id}/callback`],
      post_logout_redirect_uris: [`${server.address}/signin`],
    },
  ];
  const start = () => startOidcProvider({ clients, people, port });
  let provider = await start();
  await act('POST', '/sso-connections', { ...connection(provider.issuer), id, ...settings });
  await act('PUT', '/sign-in-policy', { ...(await act('GET', '/sign-in-policy')), sso: true });
  return {
    id,
    issuer: provider.issuer,
    stop: () => provider.stop(),
    start: async () => {
      provider = await start();
    },
    [Symbol.asyncDispose]: () => provider.stop(),
  };
}

function connection(issuer: string) {
  return {
    name: 'Acme ID',
    enabled: true,
    label: 'Acme ID',
    logo: null,
    uses: ['workspace'],
    domains: [],
    account_creation: { enabled: false, domains: [], workspace_id: null, role: 'normal', group_roles: [] },
    provider: {
      protocol: 'oidc',
      issuer,
      client_id: 'latchkey',
      client_secret: 'a secret',
      scopes: ['openid', 'email', 'profile', 'groups'],
      fields: { subject: null, email: null, name: null, groups: null },
      verified_email: { kind: 'claim', path: 'email_verified' },
    },
  };
}
