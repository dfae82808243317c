import { expect, test } from 'vitest';
import { storeContexts } from '../../testing/contexts.ts';
import { Home } from '../../testing/home.ts';

test('use account makes the next commands act as that account', async () => {
  using home = new Home();
  storeContexts(home, { 'a.example.com': ['ann@a.cc', 'bob@a.cc'] });
  await home.run(['use', 'account', '--email', 'bob@a.cc']);
  expect((await home.run(['auth', 'whoami'])).stdout).toBe('bob@a.cc (Bob)\n');
});
