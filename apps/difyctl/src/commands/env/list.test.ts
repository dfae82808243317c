import { describe, expect, test } from 'vitest';
import { Home } from '../../testing/home.ts';

describe('env list', () => {
  test('shows values, but not of secrets', async () => {
    using home = new Home();
    const { stdout } = await home.run(['env', 'list'], { env: { DIFY_TOKEN: 'dfoa_secret', DIFY_LIMIT: '7' } });
    expect(stdout).toMatch(/^NAME +VALUE +DESCRIPTION\n/);
    expect(stdout).toMatch(/\nDIFY_TOKEN +<set> +/);
    expect(stdout).toMatch(/\nDIFY_LIMIT +7 +/);
    expect(stdout).toMatch(/\nDIFY_HOST +<unset> +/);
    expect(stdout).not.toContain('dfoa_secret');
  });

  test('shows them as JSON', async () => {
    using home = new Home();
    const rows = JSON.parse((await home.run(['env', 'list', '--json'])).stdout);
    expect(rows).toContainEqual({
      name: 'DIFY_TOKEN',
      description: 'A token to use instead of the stored contexts, with DIFY_HOST',
      sensitive: true,
      value: '<unset>',
    });
  });
});
