import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { storeContexts } from '../testing/contexts.ts';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';

const { version: OWN } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const RANGE = '[1.14.0, 1.17.1]';

const client = (commit: string) =>
  `Client:\n  Version:   ${OWN}\n  Commit:    ${commit}\n  Platform:  ${process.platform}/${process.arch}\n  Compat:    dify >=1.14.0, <=1.17.1\n`;
const commitIn = (stdout: string) => /Commit: {4}(\w+)/.exec(stdout)?.[1] ?? '';

describe('version', () => {
  test('tells both versions and whether they fit', async () => {
    await using server = await DifyServer.start({ version: '1.14.2' });
    using home = new Home();
    await home.signIn(server);
    const { stdout, ...ended } = await home.run(['version']);
    expect(stdout).toBe(
      `${client(commitIn(stdout))}\nServer:\n  Endpoint:  ${server.url}\n  Version:   1.14.2 (self_hosted)\n\nCompatibility: ok — server 1.14.2 in ${RANGE}\n`,
    );
    expect(commitIn(stdout)).toMatch(/^([\da-f]{7}|unknown)$/);
    expect(ended).toEqual({ stderr: '', exitCode: 0 });
    expect(server.seen.at(-1)?.headers.authorization).toBeUndefined();
  });

  test('tells both as JSON', async () => {
    await using server = await DifyServer.start({ version: '1.17.1' });
    using home = new Home();
    await home.signIn(server);
    const { stdout } = await home.run(['version', '-o', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      client: {
        version: OWN,
        commit: expect.any(String),
        buildDate: expect.any(String),
        channel: 'stable',
        platform: process.platform,
        arch: process.arch,
      },
      server: { endpoint: server.url, reachable: true, version: '1.17.1', edition: 'community' },
      compat: { minDify: '1.14.0', maxDify: '1.17.1', status: 'compatible', detail: `server 1.17.1 in ${RANGE}` },
    });
  });

  test.each([
    ['1.13.9', 'incompatible', `server 1.13.9 outside ${RANGE}`],
    ['1.18.0', 'incompatible', `server 1.18.0 outside ${RANGE}`],
    ['weird', 'unknown', 'server version "weird" is not valid semver'],
    ['', 'unknown', 'server version unknown'],
  ])('exits 64 with --check-compat for server "%s"', async (version, words, detail) => {
    await using server = await DifyServer.start({ version });
    using home = new Home();
    await home.signIn(server);
    const ended = await home.run(['version', '--check-compat']);
    expect(ended).toMatchObject({ stderr: `${detail}\n`, exitCode: 64 });
    expect(ended.stdout).toContain(`Compatibility: ${words} — ${detail}\n`);
    expect(await home.run(['version'])).toMatchObject({ stderr: '', exitCode: 0 });
  });

  test('exits 0 with --check-compat for a tested server', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    expect(await home.run(['version', '--check-compat'])).toMatchObject({ stderr: '', exitCode: 0 });
  });

  test('says that the server does not answer', async () => {
    using home = new Home();
    storeContexts(home, { '127.0.0.1:1': ['ann@a.cc'] });
    const { stdout } = await home.run(['version']);
    expect(stdout).toContain(
      `  Endpoint:  https://127.0.0.1:1\n  Version:   (unreachable)\n\nCompatibility: unknown — server unreachable\n`,
    );
  });

  test.each([
    [[], 'no host configured'],
    [['--client'], 'server probe skipped'],
  ])('asks nobody with %o', async (words, detail) => {
    using home = new Home();
    const { stdout } = await home.run(['version', ...words]);
    expect(stdout).toBe(
      `${client(commitIn(stdout))}\nServer:\n  (skipped — no host configured or --client passed)\n\nCompatibility: unknown — ${detail}\n`,
    );
  });

  test('tells its own version alone', async () => {
    using home = new Home();
    expect((await home.run(['version', '--short'])).stdout).toBe(`${OWN}\n`);
  });
});
