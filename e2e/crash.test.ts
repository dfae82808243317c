import { createDatabase } from '@latchkey/tools/real/postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANN, setUp, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';

const LIMITS_OFF = 'device-code=off,device-decision=off,password-account-network=off,password-network=off';

const databases: [string, () => Promise<{ env: Record<string, string>; drop: () => Promise<void> }>][] = [
  ['SQLite', async () => ({ env: {}, drop: async () => {} })],
  [
    'PostgreSQL',
    async () => {
      const { url, drop } = await createDatabase();
      return { env: { LATCHKEY_DATABASE_URL: url }, drop };
    },
  ],
];

let server: Server;

interface Acknowledged {
  readonly signedIn: Visitor[];
  readonly signedOut: Visitor[];
  readonly tokens: { token: string; isRevoked: boolean }[];
}

/** Signs in, approves a terminal, collects its token and ends every second one, until the server is gone. */
async function work(name: string, acknowledged: Acknowledged): Promise<void> {
  for (let round = 0; ; round += 1) {
    const visitor = new Visitor(server.address);
    if ((await visitor.signIn()).status !== 200) return;
    acknowledged.signedIn.push(visitor);
    const label = { client_id: 'difyctl', device_label: `${name} ${round}` };
    const code = await (await visitor.post('/openapi/v1/oauth/device/code', label)).json();
    const approved = await visitor.post('/openapi/v1/oauth/device/approve', { user_code: code.user_code });
    if (approved.status !== 200) return;
    const collected = await visitor.post('/openapi/v1/oauth/device/token', {
      client_id: 'difyctl',
      device_code: code.device_code,
    });
    if (collected.status !== 200) return;
    const { token } = await collected.json();
    if (round % 2 === 0) {
      acknowledged.tokens.push({ token, isRevoked: false });
      continue;
    }
    // From here until it is answered, an ending may have gone either way.
    acknowledged.signedIn.splice(acknowledged.signedIn.indexOf(visitor), 1);
    const ended = await visitor.delete('/openapi/v1/account/sessions/self', { authorization: `Bearer ${token}` });
    if (ended.status !== 200) return;
    acknowledged.tokens.push({ token, isRevoked: true });
    if ((await visitor.post('/console/api/logout')).status !== 200) return;
    acknowledged.signedOut.push(visitor);
  }
}

describe.each(databases)('on %s', (_name, prepare) => {
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const database = await prepare();
    drop = database.drop;
    server = await Server.start({ LATCHKEY_LIMITS: LIMITS_OFF, ...database.env });
    await setUp(server);
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await drop();
  });

  test('everything acknowledged before a SIGKILL in the middle of load is there after the restart', async () => {
    const acknowledged: Acknowledged = { signedIn: [], signedOut: [], tokens: [] };
    const workers = Array.from({ length: 6 }, (_, index) => work(`worker ${index}`, acknowledged).catch(() => {}));
    await new Promise<void>((resolve) => {
      const look = (): void => (acknowledged.tokens.length >= 30 ? resolve() : void setImmediate(look));
      look();
    });
    await server.signal('SIGKILL');
    await Promise.all(workers);
    // What was under way when the process died may have gone either way; these were answered.
    await server.restart();
    for (const visitor of acknowledged.signedIn)
      expect((await visitor.get('/console/api/account/profile')).status).toBe(200);
    for (const visitor of acknowledged.signedOut)
      expect((await visitor.get('/console/api/account/profile')).status).toBe(401);
    for (const { token, isRevoked } of acknowledged.tokens) {
      const response = await fetch(`${server.address}/openapi/v1/account`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(isRevoked ? 401 : 200);
    }
  });

  test('the instance is set up for good: a restart prints no set-up link', async () => {
    await server.signal('SIGKILL');
    await server.restart();
    expect(server.hasSetUpLink).toBe(false);
    expect((await new Visitor(server.address).signIn(ANN)).status).toBe(200);
  });
});
