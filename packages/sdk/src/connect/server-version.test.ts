import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readServerVersion } from './server-version.ts';

test.each([
  ['1.9.1', false, false, false],
  ['1.9', false, false, false],
  ['1.9.2', true, false, false],
  ['1.10.0', true, false, false],
  ['1.10.1', true, true, false],
  ['1.11.1', true, true, false],
  ['1.11.2', true, true, true],
  ['1.14.2+build.7', true, true, true],
  ['2.0', true, true, true],
])('%s has cookies %s, posts the current workspace %s, encodes secrets %s', (text, cookies, posts, encodes) => {
  expect(readServerVersion(text)).toEqual({
    text,
    hasCookies: cookies,
    postsCurrentWorkspace: posts,
    encodesSecrets: encodes,
  });
});

test.each(['', 'v1.9.2', 'main', '1', '1.2.3.4.5', '1.9.2 1.9.2'])('%j is no version', (text) => {
  expect(() => readServerVersion(text)).toThrow(`Invalid version format: ${text}`);
});

test('a higher number never loses what a lower one has', () => {
  const version = fc.tuple(fc.nat(3), fc.nat(20), fc.nat(9));
  const read = (numbers: readonly number[]) => readServerVersion(numbers.join('.'));
  fc.assert(
    fc.property(version, fc.nat(2), ([a, b, c], index) => {
      const low = [a, b, c];
      const high = low.map((number, at) => (at === index ? number + 1 : number));
      const [before, after] = [read(low), read(high)];
      return (
        Number(before.hasCookies) <= Number(after.hasCookies) &&
        Number(before.encodesSecrets) <= Number(after.encodesSecrets)
      );
    }),
  );
});
