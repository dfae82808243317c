import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkOf } from './network.ts';

describe('the network of an address', () => {
  test('is the address itself for IPv4', () => {
    expect(networkOf('203.0.113.7')).toBe('203.0.113.7');
  });

  test('is the /64 for IPv6, however it is written', () => {
    expect(networkOf('2001:db8:0:1::7')).toBe('2001:db8:0:1::/64');
    expect(networkOf('2001:0DB8:0000:0001:ffff:0:0:1')).toBe('2001:db8:0:1::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });

  test('counts an IPv4 address mapped into IPv6 as IPv4', () => {
    expect(networkOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(networkOf('::ffff:cb00:7107')).toBe('203.0.113.7');
  });

  test('gives every address of one /64 the same network', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 12, maxLength: 12 }), (groups) => {
        const prefix = groups.slice(0, 4).map((group) => group.toString(16));
        const [one, other] = [groups.slice(4, 8), groups.slice(8)].map((rest) =>
          [...prefix, ...rest.map((group) => group.toString(16).padStart(4, '0').toUpperCase())].join(':'),
        );
        fc.pre(prefix.some((group) => group !== '0'));
        expect(networkOf(one ?? '')).toBe(networkOf(other ?? ''));
      }),
    );
  });
});
