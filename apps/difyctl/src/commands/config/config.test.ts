import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

describe('config', () => {
  test('keeps settings in a file', async () => {
    using home = new Home();
    await home.run(['config', 'set', 'defaults.limit', '50']);
    await home.run(['config', 'set', 'defaults.format', 'json']);
    expect(home.read('config.yml')).toBe('schema_version: 1\ndefaults:\n  limit: 50\n  format: json\nstate: {}\n');
    await home.run(['config', 'unset', 'defaults.limit']);
    expect(home.read('config.yml')).toBe('schema_version: 1\ndefaults:\n  format: json\nstate: {}\n');
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

  test.each(['schema_version: 2\n', 'defaults: [\n', 'defaults: 7\n'])('leaves the file %j alone', async (content) => {
    using home = new Home();
    home.write('config.yml', content);
    expect((await home.run(['config', 'set', 'defaults.limit', '5'])).exitCode).toBe(6);
    expect(home.read('config.yml')).toBe(content);
  });
});
