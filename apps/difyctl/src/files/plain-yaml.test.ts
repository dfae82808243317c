import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';
import { formatYaml } from './yaml.ts';

const WORDS = [
  'true',
  'No',
  'null',
  '~',
  '0',
  '12',
  '1e3',
  '0x1f',
  '2026-11-20',
  '1:30',
  '.5',
  '-',
  ' ',
  '#',
  "'",
  '"',
  ': ',
];
const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '1', ' ', ':', '#', '-', "'", '.', '@', 'é') }),
  fc.emailAddress(),
  fc.uuid(),
);
const mapping = fc.letrec((tie) => ({
  tree: fc.dictionary(text, fc.oneof({ depthSize: 'small' }, text, fc.nat(), tie('tree')), { noNullPrototype: true }),
})).tree;

describe('the quick reader of plain YAML', () => {
  test('reads what we write as a real parser does, or leaves it to one', async () => {
    await fc.assert(
      fc.asyncProperty(mapping, async (content) => {
        const source = await formatYaml(content);
        const quick = readPlainYaml(source);
        if (quick !== undefined) expect(quick).toEqual(parse(source) ?? {});
      }),
    );
  });

  test('agrees with a real parser on any lines it takes', () => {
    const piece = fc.constantFrom('a', 'b', ':', ': ', '  ', '\n', '\n  ', "'", '{}', '1', '#', '-', 'true');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const source = pieces.join('');
        const quick = readPlainYaml(source);
        if (quick !== undefined) expect(quick).toEqual(parse(source) ?? {});
      }),
      { numRuns: 5000 },
    );
  });

  test('reads a file of the original client', () => {
    const source = `token_storage: file
current_host: 127.0.0.1:19070
hosts:
  127.0.0.1:19070:
    scheme: http
    current_account: ann@example.com
    accounts:
      ann@example.com:
        account:
          id: 3c90c3cc-0d44-4b50-8888-8dd25736052a
          email: ann@example.com
          name: ''
        token_id: 12345678-0d44-4b50-8888-8dd25736052a
`;
    expect(readPlainYaml(source)).toEqual(parse(source));
    expect(readPlainYaml(source)).toBeDefined();
  });

  test.each([
    'a: [b]',
    'a: "b"',
    'a: |\n  b',
    '- a',
    'a: b # c',
    'a: &b c',
    'a: 1.5',
    '? a',
    'a: b\na: c',
    'a:\nb: c',
    '\ta: b',
  ])('leaves %j to a real parser', (source) => {
    expect(readPlainYaml(source)).toBeUndefined();
  });
});
