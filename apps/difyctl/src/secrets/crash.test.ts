import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ANN, approvalBy, DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { fileSecrets } from './file-secrets.ts';
import type { SecretStore } from './secret-store.ts';

const PRELOAD = fileURLToPath(new URL('../testing/die-at-step.cjs', import.meta.url));
const PLAIN = { DIFYCTL_PLAIN_TOKENS: '1' };
const BOB = { id: '0191b1f0-0000-7000-8000-00000000b0b0', email: 'bob@example.com', name: 'Bob' };

const login = ({ url }: DifyServer) => ['auth', 'login', '--host', url, '--insecure', '--no-browser'];

/** The tokens that lie in somebody's files. */
function tokensOf({ folder }: Home): SecretStore {
  return fileSecrets({
    plainPath: join(folder, 'config', 'tokens.yml'),
    sealedPath: join(folder, 'config', 'tokens.sealed'),
    keyPath: join(folder, '.local', 'share', 'difyctl', 'tokens.key'),
    plain: false,
  });
}

// Every case runs difyctl some twenty times.
describe.each([
  ['seals what lay in plain words', PLAIN, {}],
  ['puts in plain words what was sealed', {}, PLAIN],
  ['changes what is sealed', {}, {}],
])('a sign-in that %s', { timeout: 240_000 }, (_, before: Record<string, string>, during: Record<string, string>) => {
  test('loses no token, and brings no old one back, in front of whichever change to a file it is killed', async () => {
    await using server = await DifyServer.start();
    using start = new Home();
    server.decision = approvalBy(BOB);
    await start.run(login(server), { env: before });
    server.decision = approvalBy(ANN);
    await start.run(login(server), { env: before });
    const [bobs, old] = [BOB, ANN].map(({ email }) => tokensOf(start).read(server.host, email));

    for (let step = 0, completed = false; !completed; step += 1) {
      using home = new Home();
      cpSync(start.folder, home.folder, { recursive: true });
      const env = { ...during, NODE_OPTIONS: `--require ${PRELOAD}`, DIE_AT_STEP: String(step) };
      const { exitCode } = await home.run(login(server), { env });
      completed = exitCode === 0;
      expect([0, null]).toContain(exitCode);

      const fresh = [...server.sessions.keys()].at(-1);
      const found = await tokensOf(home).read(server.host, ANN.email);
      expect(completed ? [fresh] : [await old, fresh]).toContain(found);
      expect(await tokensOf(home).read(server.host, BOB.email)).toBe(await bobs);

      await tokensOf(home).write(server.host, 'eve@example.com', 'dfoa_eve');
      expect(await tokensOf(home).read(server.host, ANN.email)).toBe(found);
      expect(await tokensOf(home).read(server.host, BOB.email)).toBe(await bobs);
    }
  });
});
