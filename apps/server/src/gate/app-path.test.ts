import { DomainError } from '@latchkey/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appPath } from './app-path.ts';
import { placeOf } from './place.ts';

const OPTIONS = { domain: 'apps.example.com', domainPort: undefined, isByPath: false, allowsPrivateUpstreams: false };
const RULES = { publicUrl: 'https://id.example.com' };

/** Pieces that tricks with paths are made of. */
const tricks = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '.',
        '..',
        '%2e',
        '%2E',
        '%2f',
        '%5c',
        '\\',
        '%252e',
        ';',
        '?',
        '#',
        '%00',
        '\t',
        '\n',
        '//',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test('no path that reaches an application leads out of its folder, however it is read', () => {
  fc.assert(
    fc.property(tricks, (rest) => {
      const path = outcome(() => appPath(rest));
      if (path === undefined) return;
      for (const read of [path, decoded(path), decoded(path).replaceAll('\\', '/')]) {
        const { pathname, host } = new URL(`http://application/folder${read.split(/[?#]/)[0]}`);
        expect(host).toBe('application');
        expect(`${pathname}/`.startsWith('/folder/')).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test('a host name is one app or none, whatever is written before and after it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.constantFrom('', '.', ':80', '.evil.example'), (label, end) => {
      const place = placeOf(OPTIONS, RULES, { hostname: `${label}.apps.example.com${end}`, url: '/' });
      if (end === '.evil.example' || end === ':80') expect(place).toBeUndefined();
      else expect(place).toMatchObject({ kind: 'domain', name: { code: label.toLowerCase() }, rest: '/' });
    }),
  );
});

function outcome(work: () => string): string | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function decoded(path: string): string {
  return path.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
}
