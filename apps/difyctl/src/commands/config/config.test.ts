import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

const KEYS = 'defaults.format, defaults.limit, state.current_app';

describe('config', () => {
  test('keeps settings in a file', async () => {
    using home = new Home();
    expect((await home.run(['config', 'path'])).stdout).toBe(`${join(home.folder, 'config', 'config.yml')}\n`);
    expect((await home.run(['config', 'set', 'defaults.limit', '50'])).stdout).toBe('set defaults.limit = 50\n');
    expect((await home.run(['config', 'set', 'defaults.format', 'json'])).stdout).toBe('set defaults.format = json\n');
    expect(home.read('config.yml')).toBe('schema_version: 1\ndefaults:\n  limit: 50\n  format: json\nstate: {}\n');
    expect((await home.run(['config', 'get', 'defaults.limit'])).stdout).toBe('50\n');
    expect((await home.run(['config', 'get', 'state.current_app'])).stdout).toBe('\n');
    expect((await home.run(['config', 'view'])).stdout).toBe('defaults.format = json\ndefaults.limit = 50\n');
    expect((await home.run(['config', 'view', '--json'])).stdout).toBe(
      '{"defaults.format":"json","defaults.limit":50}\n',
    );
    expect((await home.run(['config', 'unset', 'defaults.limit'])).stdout).toBe('unset defaults.limit\n');
    expect((await home.run(['config', 'get', 'defaults.limit'])).stdout).toBe('\n');
  });

  test('has nothing to show at first', async () => {
    using home = new Home();
    expect((await home.run(['config', 'view'])).stdout).toBe('');
    expect((await home.run(['config', 'view', '--json'])).stdout).toBe('{}\n');
  });

  test('gives lists their page size, after the flag and DIFY_LIMIT', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    await home.run(['config', 'set', 'defaults.limit', '50']);
    await home.run(['auth', 'devices', 'list']);
    expect(server.seen.at(-1)?.path).toContain('limit=50');
    await home.run(['auth', 'devices', 'list'], { env: { DIFY_LIMIT: '9' } });
    expect(server.seen.at(-1)?.path).toContain('limit=9');
  });

  test.each([
    [['get', 'nope'], `config_invalid_key: unknown config key "nope" (known: ${KEYS})\n`, 2],
    [['set', 'defaults.limit', '900'], 'config_invalid_value: defaults.limit: 900 out of range [1..200]\n', 2],
    [['set', 'defaults.limit', 'ten'], 'config_invalid_value: defaults.limit: "ten" is not a number\n', 2],
    [
      ['set', 'defaults.format', 'xml'],
      'config_invalid_value: defaults.format: "xml" is not one of json, yaml, table, wide, name, text\n',
      2,
    ],
    [['get'], 'missing required argument: key\n', 1],
    [['set', 'defaults.limit'], 'missing required argument: value\n', 1],
  ])('refuses %o', async (words, stderr, exitCode) => {
    using home = new Home();
    expect(await home.run(['config', ...words])).toEqual({ stdout: '', stderr, exitCode });
  });

  test.each(['schema_version: 2\n', 'defaults: [\n', 'defaults: 7\n'])('leaves the file %j alone', async (content) => {
    using home = new Home();
    home.write('config.yml', content);
    for (const words of [['view'], ['set', 'defaults.limit', '5']]) {
      expect(await home.run(['config', ...words])).toMatchObject({
        stderr: expect.stringMatching(/^config_schema_unsupported: /),
        exitCode: 6,
      });
    }
    expect(home.read('config.yml')).toBe(content);
  });
});
