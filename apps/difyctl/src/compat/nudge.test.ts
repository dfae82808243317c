import { expect, test } from 'vitest';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { Terminal } from '../testing/terminal.ts';

const LIST = ['auth', 'devices', 'list'];
const probes = (server: DifyServer) => server.seen.filter(({ path }) => path.endsWith('/_version')).length;

async function shownBy(home: Home, words: readonly string[]): Promise<string> {
  using terminal = new Terminal(home, words);
  expect(await terminal.exit()).toBe(0);
  return terminal.text;
}

test('a server that difyctl is not tested with is pointed out in a terminal, once a day', async () => {
  await using server = await DifyServer.start({ version: '1.99.0' });
  using home = new Home();
  await home.signIn(server);
  expect(await shownBy(home, LIST)).toMatch(
    /^warning: difyctl \S+ may be incompatible with server 1\.99\.0 \(tested: 1\.14\.0\.\.1\.17\.1\)\. Run `difyctl version` for details\.\n/,
  );
  expect(await shownBy(home, LIST)).not.toContain('warning:');
  expect(probes(server)).toBe(1);
});

test('a tested server is asked once a day and nothing is said; a script never asks, and nor does --json', async () => {
  await using server = await DifyServer.start();
  using home = new Home();
  await home.signIn(server);
  await home.run(LIST);
  expect(await shownBy(home, [...LIST, '--json'])).not.toContain('warning:');
  expect(probes(server)).toBe(0);
  expect(await shownBy(home, LIST)).not.toContain('warning:');
  expect(await shownBy(home, LIST)).not.toContain('warning:');
  expect(probes(server)).toBe(1);
});
