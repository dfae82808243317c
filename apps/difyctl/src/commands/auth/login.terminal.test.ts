import { chmodSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';
import { Terminal } from '../../testing/terminal.ts';

/** A folder for PATH with a program that notes what it is asked to open. */
function browserIn(home: Home): string {
  const folder = join(home.folder, 'bin');
  mkdirSync(folder);
  const opener = join(folder, 'xdg-open');
  writeFileSync(opener, `#!/bin/sh\ncd ${home.folder}\necho "$1" > opening\nmv opening opened\n`);
  chmodSync(opener, 0o755);
  return folder;
}

/** What the browser was asked to open, as soon as it was. */
async function openedIn({ folder }: Home): Promise<string> {
  const file = join(folder, 'opened');
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!existsSync(file)) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, look);
    look();
  });
  return readFileSync(file, 'utf8');
}

describe('auth login in a terminal', () => {
  test('opens the bare address in the browser, and hides the cursor while it waits', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    const path = `${browserIn(home)}:${process.env.PATH}`;
    using terminal = new Terminal(home, ['auth', 'login', '--host', server.url, '--insecure'], {
      DISPLAY: ':0',
      PATH: path,
    });
    await terminal.exit();
    expect(await openedIn(home)).toBe(`${server.url}/device\n`);
    expect(terminal.raw).toContain('\u001b[?25l');
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('Waiting'));
  });

  test('dies of ctrl-C in the wait, gives the cursor back and stores nothing', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = { error: 'authorization_pending' };
    using terminal = new Terminal(home, ['auth', 'login', '--host', server.url, '--insecure', '--no-browser']);
    await terminal.shows('Waiting for authorization');
    terminal.type('\u0003');
    expect(await terminal.exit()).toBe(130);
    expect(terminal.raw.endsWith('\r\u001b[2K\u001b[?25h')).toBe(true);
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
  });

  test('colours the code and the outcome, unless NO_COLOR is set', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    const words = ['auth', 'login', '--host', server.url, '--insecure', '--no-browser'];
    using coloured = new Terminal(home, words);
    await coloured.exit();
    expect(coloured.raw).toContain('\u001b[33m!\u001b[39m Copy this one-time code: \u001b[1mEFAM-S55K\u001b[22m');
    expect(coloured.raw).toContain('\u001b[32m✓\u001b[39m Logged in');
    using plain = new Terminal(home, words, { NO_COLOR: '1' });
    await plain.exit();
    expect(plain.raw).toContain('! Copy this one-time code: EFAM-S55K');
    expect(plain.raw).toContain('✓ Logged in');
  });
});
