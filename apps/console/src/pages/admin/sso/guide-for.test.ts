import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guideFor } from './guide-for.ts';
import { GUIDES } from './guide-names.ts';
import { readGuide } from './read-guide.ts';

const FOLDER = join(import.meta.dirname, '../../../../../../docs/guides');
const read = (name: string) => readFileSync(join(FOLDER, `sso-${name}.md`), 'utf8');

describe.each([
  ['oidc', 'callback'],
  ['saml', 'acs'],
  ['oauth2', 'callback'],
] as const)('the guides for %s', (protocol, end) => {
  const callback_url = `https://id.example.com/sso/01a219b7/${end}`;

  test.each([...GUIDES[protocol]])('%s has our addresses filled in, and nothing of the other protocol', (name) => {
    const said = JSON.stringify(guideFor(read(name), { protocol, callback_url }));
    expect(said).toContain(callback_url);
    expect(said).not.toContain('<public address>');
    expect(said).not.toContain('<connection id>');
    expect(said).toContain('If it is refused');
  });
});

test('steps, tables and paragraphs are told apart, and lines are joined', () => {
  expect(
    readGuide('# Title\n\nOne\nline.\n\n1. **First**,\n   then.\n2. Second.\n\n| A | B |\n|---|---|\n| x | `y` |\n'),
  ).toEqual([
    { kind: 'heading', text: 'Title' },
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'steps', items: ['**First**, then.', 'Second.'] },
    { kind: 'table', head: ['A', 'B'], rows: [['x', '`y`']] },
  ]);
});
