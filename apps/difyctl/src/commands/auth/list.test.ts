import { describe, expect, test } from 'vitest';
import { storeContexts } from '../../testing/contexts.ts';
import { Home } from '../../testing/home.ts';

const TWO = { 'dify.example.com': ['you@company.com'], 'dify.internal.acme.com': ['you@acme.com'] };

describe('auth list', () => {
  test('lays the contexts out in a table and marks the active one', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    expect(await home.run(['auth', 'list'])).toEqual({
      stdout: [
        'HOST                    ACCOUNT                ACTIVE',
        'dify.example.com        you@company.com (You)  *',
        'dify.internal.acme.com  you@acme.com (You)     ',
        '',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
  });

  test('prints JSON', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    expect((await home.run(['auth', 'list', '-o', 'json'])).stdout).toBe(`{
  "contexts": [
    {
      "host": "dify.example.com",
      "account": "you@company.com",
      "name": "You",
      "active": true
    },
    {
      "host": "dify.internal.acme.com",
      "account": "you@acme.com",
      "name": "You",
      "active": false
    }
  ]
}
`);
  });

  test('prints YAML', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    expect((await home.run(['auth', 'list', '--output=yaml'])).stdout).toBe(`contexts:
  - host: dify.example.com
    account: you@company.com
    name: You
    active: true
  - host: dify.internal.acme.com
    account: you@acme.com
    name: You
    active: false
`);
  });

  test('prints the mail addresses', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe('you@company.com\nyou@acme.com\n');
  });

  test.each([
    [[], 'HOST  ACCOUNT  ACTIVE\n'],
    [['-o', 'json'], '{\n  "contexts": []\n}\n'],
    [['-o', 'yaml'], 'contexts: []\n'],
    [['-o', 'name'], '\n'],
  ])('is content with no contexts: %o', async (words, stdout) => {
    using home = new Home();
    expect(await home.run(['auth', 'list', ...words])).toEqual({ stdout, stderr: '', exitCode: 0 });
  });

  test('refuses another format', async () => {
    using home = new Home();
    expect(await home.run(['auth', 'list', '-o', 'table'])).toEqual({
      stdout: '',
      stderr: 'illegal_argument: illegal value table for flag --output / -o\nhint: supported value: json, yaml, name\n',
      exitCode: 2,
    });
  });

  test('lines up names of wide characters and disarms control characters', async () => {
    using home = new Home();
    storeContexts(home, { h: ['山田@example.com', '\u001b[31m@example.com'] });
    expect((await home.run(['auth', 'list'])).stdout).toBe(
      [
        'HOST  ACCOUNT                    ACTIVE',
        'h     山田@example.com (山田)    *',
        'h     \ufffd[31m@example.com (\ufffd[31m)  ',
        '',
      ].join('\n'),
    );
  });
});
