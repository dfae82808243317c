import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';

/** A folder deep inside of one that is pinned. */
function pinnedFolder({ folder }: Home, pin: string): { readonly cwd: string; readonly path: string } {
  const cwd = join(folder, 'project', 'src');
  mkdirSync(cwd, { recursive: true });
  const path = join(folder, 'project', '.difyctl.yml');
  writeFileSync(path, pin);
  return { cwd, path };
}

const LIST = ['auth', 'devices', 'list'];

describe('a folder with .difyctl.yml', () => {
  test.each([
    ['its host', (host: string) => `host: ${host}\n`],
    ['a mail address', (host: string) => `host: ${host}\naccount: ann@example.com\n`],
    ['an account id', (host: string) => `account: 3c90c3cc-0d44-4b50-8888-8dd25736052a\nhost: ${host}\n`],
  ])('lets the context act that it is pinned to by %s', async (_, pin) => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const { cwd } = pinnedFolder(home, pin(server.host));
    expect(await home.run(LIST, { cwd })).toMatchObject({ stderr: '', exitCode: 0 });
  });

  test.each([[LIST], [['auth', 'logout']], [['auth', 'token']], [['use', 'workspace', 'x']]])(
    'refuses another context on %o, before any server is asked',
    async (words) => {
      await using server = await DifyServer.start();
      using home = new Home();
      await home.signIn(server);
      const before = server.seen.length;
      const { cwd, path } = pinnedFolder(home, 'host: dify.example.com\naccount: bob@example.com\n');
      expect(await home.run(words, { cwd })).toEqual({
        stdout: '',
        stderr: `config_invalid_value: ${path} pins this folder to bob@example.com on dify.example.com, but you act as ann@example.com on ${server.host}\nhint: run 'difyctl use host --domain dify.example.com' and 'difyctl use account --email bob@example.com'\n`,
        exitCode: 2,
      });
      expect(server.seen).toHaveLength(before);
      expect((await home.run(['auth', 'whoami'], { cwd })).stdout).toBe('ann@example.com (Ann)\n');
    },
  );
});
