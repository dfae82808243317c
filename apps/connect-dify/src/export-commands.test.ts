import { execFileSync } from 'node:child_process';
import { type Connected, restoreSession } from '@latchkey/sdk/connect';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportedSession } from './export-commands.ts';

/** What would break out of a quotation, act on a shell, or get lost on the way. */
const NASTY = [
  `a'; touch /tmp/owned; '`,
  '$(touch /tmp/owned)`id`$HOME',
  'two\nlines\r\nand a tab\t',
  `\\' \\\\ \\`,
  '‘curly’ ‚quotes‛ “as well”',
  '"%PATH%" !! # ; & | > < * ? ~ -n',
  'Ä 漢字 🔑',
  ' spaces ',
];

const connected = (access: string, csrf: string): Connected => {
  const cookies = { family: '', access, csrf, refresh: undefined } as const;
  const person = { server: 'https://dify.example.com', email: 'ann@example.com' };
  const saved = { ...person, version: '1.14.2', accountId: 'a', credentials: { kind: 'cookies', cookies } as const };
  return { ...person, version: '1.14.2', name: 'Ann', isReused: false, session: restoreSession(saved) };
};

const commandsFor = (shell: Parameters<typeof exportedSession>[0], value: string) =>
  exportedSession(shell, connected(value, 'csrf'));

/** What stands in quotation marks behind the name of the access token. */
const quoted = (commands: string) => /PSDIFY_ACCESS_TOKEN (?:= )?'(.*)'\n.*CSRF/s.exec(commands)?.[1] ?? '';

const anyText = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));

test('bash takes every value as it is, and runs nothing that is in one', () => {
  const values = [...NASTY, ...fc.sample(anyText, 200)].filter((value) => value !== '');
  const show = `printf '%s\\0' "$PSDIFY_ACCESS_TOKEN"\n`;
  const script = values.map((value) => commandsFor('bash', value) + show).join('');

  const shown = execFileSync('bash', ['--norc', '-c', 'eval "$(cat)"'], { input: script, encoding: 'utf8' });

  expect(shown.split('\0').slice(0, -1)).toEqual(values);
});

test('fish reads every value as it is: in its single quotes only a backslash and a quote are escaped', () => {
  const read = (text: string) => {
    expect(text).toMatch(/^(?:[^'\\]|\\['\\])*$/);
    return text.replace(/\\(['\\])/g, '$1');
  };
  for (const value of NASTY) expect(read(quoted(commandsFor('fish', value)))).toBe(value);
  fc.assert(fc.property(anyText, (value) => read(quoted(commandsFor('fish', value))) === value));
});

test('PowerShell reads every value as it is: in its single quotes only a quote counts, the curly ones too', () => {
  const read = (text: string) => {
    expect(text).toMatch(/^(?:[^'‘’‚‛]|(['‘’‚‛])\1)*$/);
    return text.replace(/(['‘’‚‛])\1/g, '$1');
  };
  for (const value of NASTY) expect(read(quoted(commandsFor('powershell', value)))).toBe(value);
  fc.assert(fc.property(anyText, (value) => read(quoted(commandsFor('powershell', value))) === value));
});
