import type { AddressInfo } from 'node:net';
import { type Application, startApplication } from './application.ts';
import { startSetUpServer, type TestServer } from './test-server.ts';
import { Visitor } from './visitor.ts';

/** Latchkey's own address, and the domain of the apps. */
export const ID = 'http://id.example.test';
export const DOMAIN = 'apps.example.test';

interface Published {
  readonly id: string;
  readonly code: string;
  readonly url: string;
}

/** A listening server, an application behind its gate, and Ann, who owns a workspace. */
export interface GateWorld extends AsyncDisposable {
  readonly server: TestServer;
  readonly port: number;
  readonly application: Application;
  readonly ann: Visitor;
  /** Somebody new. */
  visitor(): Visitor;
  /** A member of Ann's workspace, signed in. */
  member(name: string): Promise<Visitor & { readonly accountId: string }>;
  /** Publishes the application under a code. */
  publish(code: string, access?: object, changes?: object): Promise<Published>;
  /** What Ann asks of her console. */
  ask(method: string, path: string, body?: object): Promise<Record<string, unknown>>;
}

const PASSWORD = 'correct horse 2';

export async function startGateWorld(env: Record<string, string> = {}): Promise<GateWorld> {
  const server = await startSetUpServer({
    LATCHKEY_PUBLIC_URL: ID,
    LATCHKEY_APPS_DOMAIN: DOMAIN,
    LATCHKEY_LIMITS: 'password-network=off',
    ...env,
  });
  const application = await startApplication();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  const ann = new Visitor(port);
  await ann.signIn(ID);

  const ask: GateWorld['ask'] = async (method, path, body) => {
    const answer = await ann.send(method, `${ID}/console/api${path}`, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.json();
  };
  return {
    server,
    port,
    application,
    ann,
    ask,
    visitor: () => new Visitor(port),
    async member(name) {
      const { platform } = server.context;
      const email = `${name.toLowerCase()}@example.com`;
      const { passwordHasher, store, secrets, clock } = platform;
      const [workspace] = await store.workspaces.listOf(
        (await store.accounts.findByEmail('ann@example.com'))?.id ?? nobody(),
      );
      const accountId = secrets.newId<Parameters<typeof store.accounts.find>[0]>();
      await store.accounts.add({
        id: accountId,
        email,
        name,
        avatar: null,
        interfaceLanguage: 'en-US',
        interfaceTheme: 'light',
        timezone: 'UTC',
        status: 'active',
        currentWorkspaceId: null,
        lastSignInAt: null,
        lastSignInIp: null,
        createdAt: clock(),
      });
      await store.passwords.set(accountId, { hash: await passwordHasher.hash(PASSWORD), isOneTime: false }, clock());
      const workspaceId = workspace?.id ?? nobody();
      await store.workspaces.addMember({ workspaceId, accountId, role: 'normal', createdAt: clock() });
      const visitor = new Visitor(port);
      await visitor.signIn(ID, { email, password: PASSWORD });
      return Object.assign(visitor, { accountId });
    },
    async publish(code, access = { access_mode: 'private_all' }, changes = {}) {
      const body = { name: code, code, upstream: application.address, ...changes };
      const webApp = await ask('POST', '/webapps', body);
      const { id, url } = webApp as { id: string; url: string };
      await ask('PUT', `/webapps/${id}/access`, { group_ids: [], account_ids: [], ...access });
      return { id, code, url };
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await application[Symbol.asyncDispose]();
    },
  };
}

function nobody(): never {
  throw new Error('nobody is set up');
}
