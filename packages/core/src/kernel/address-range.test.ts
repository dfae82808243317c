import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInRange } from './address-range.ts';

describe('a range of addresses', () => {
  test.each([
    ['192.0.2.7', '192.0.2.0/24'],
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.0/24'],
    ['10.1.2.3', '0.0.0.0/0'],
    ['2001:db8::1', '2001:db8::/32'],
    ['2001:0db8:0:0::1', '2001:db8::1'],
  ])('has %s in %s', (address, range) => expect(isInRange(address, range)).toBe(true));

  test.each([
    ['192.0.3.7', '192.0.2.0/24'],
    ['192.0.2.8', '192.0.2.7'],
    ['2001:db9::1', '2001:db8::/32'],
    ['::1', '0.0.0.0/0'],
    ['192.0.2.7', '::/0'],
    ['', '0.0.0.0/0'],
    ['192.0.2.7', '192.0.2.0/33'],
    ['300.0.2.7', '0.0.0.0/0'],
    ['192.0.2.7', 'nonsense'],
  ])('does not have %s in %s', (address, range) => expect(isInRange(address, range)).toBe(false));

  test('has every address in every wider range of itself, and none of another address as a whole', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (one, other, bits) => {
        expect(isInRange(one, `${one}/${bits}`)).toBe(true);
        expect(isInRange(one, other)).toBe(one === other);
      }),
    );
  });
});
