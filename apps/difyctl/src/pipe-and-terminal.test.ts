import { expect, test } from 'vitest';
import { DifyServer } from './testing/dify-server.ts';
import { Home } from './testing/home.ts';
import { Terminal } from './testing/terminal.ts';

const FIRST = '11111111-1111-4111-8111-111111111111';

/** What only a terminal shows: that something is under way, and that it is done. */
const PROGRESS = /d[iI][fF][yY] (Fetching devices|Signing out|Switching to (no-such-workspace|[\da-f-]{36}))|✔ .*\n/gi;
const ANY_SESSION = /(?<="id":")[\da-f-]{36}/g;

// Prompts, pickers and the browser, which only a person at a terminal meets, are tested beside their commands.
test.each<[readonly string[]]>([
  [['auth', 'whoami']],
  [['auth', 'whoami', '--json']],
  [['auth', 'whoami', '-o', 'json']],
  [['auth', 'list']],
  [['auth', 'list', '-o', 'json']],
  [['auth', 'list', '-o', 'yaml']],
  [['auth', 'list', '-o', 'name']],
  [['auth', 'list', '-o', 'table']],
  [['auth', 'status', '--json']],
  [['auth', 'devices', 'list']],
  [['auth', 'devices', 'list', '--json']],
  [['auth', 'devices', 'list', '--limit', '0']],
  [['auth', 'devices', 'list', '--page', 'abc']],
  [['auth', 'devices', 'revoke']],
  [['auth', 'devices', 'revoke', 'nobody']],
  [['auth', 'devices', 'revoke', 'runner']],
  [['auth', 'devices', 'revoke', FIRST, '-y']],
  [['auth', 'devices', 'revoke', '--all', '-y']],
  [['auth', 'logout']],
  [['auth', 'login', '--host', 'http://localhost:1']],
  [['auth', 'login', '--host', 'not a url']],
  [['auth', 'login', '--host']],
  [['use', 'host', '--domain', 'elsewhere.example']],
  [['use', 'account', '--email', 'nobody@example.com']],
  [['use', 'workspace', 'no-such-workspace']],
  [['use', 'workspace', '0191b1f0-0000-7000-8000-0000000be7a0']],
  [['config', 'path']],
  [['config', 'set', 'defaults.limit', '5']],
  [['config', 'set', 'defaults.limit', '900']],
  [['config', 'get', 'nope']],
  [['config', 'get']],
  [['config', 'view']],
  [['env', 'list']],
  [['version']],
  [['version', '--short']],
  [['completion', 'tcsh']],
  [['help', 'account']],
  [['help', 'nothing']],
  [['auth']],
  [['auth', 'logn']],
])('%o says the same words to a pipe and to a terminal, and ends alike', async (words) => {
  await using server = await DifyServer.start();
  const [piped, shown] = [new Home(), new Home()];
  using _ = piped;
  using __ = shown;
  const prepare = async (home: Home) => {
    server.sessions.clear();
    server.addSession('runner one', FIRST);
    server.addSession('runner two', '22222222-2222-4222-8222-222222222222');
    await home.signIn(server);
  };
  await prepare(piped);
  const inPipe = await piped.run(words);
  await prepare(shown);
  using terminal = new Terminal(shown, words);
  expect(await terminal.exit()).toBe(inPipe.exitCode);
  const everywhere = (text: string) =>
    text.replaceAll(piped.folder, '~').replaceAll(shown.folder, '~').replace(ANY_SESSION, '');
  const text = everywhere(terminal.text).replace(PROGRESS, '');
  expect(text).toBe(everywhere(inPipe.stderr + inPipe.stdout));
});
