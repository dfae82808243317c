import { expect, test } from 'vitest';
import { firstNonRange, rangesIn } from './address-ranges.ts';

test('addresses are read one a line, or separated by commas', () => {
  expect(rangesIn(' 10.0.0.0/8\n192.0.2.7, 2001:db8::/32;\n')).toEqual(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']);
  expect(rangesIn('  \n')).toEqual([]);
});

test.each(['192.0.2.7', '10.0.0.0/8', '0.0.0.0/0', '::1', '2001:db8::/32', '::ffff:192.0.2.7'])(
  '%s is an address or a range',
  (range) => {
    expect(firstNonRange([range])).toBeUndefined();
  },
);

test.each(['256.0.0.1', '10.0.0.0/33', '10.0.0', 'office', '2001:db8::/129', '1:2', 'abc', '10.0.0.0/'])(
  '%s is none',
  (range) => {
    expect(firstNonRange(['10.0.0.0/8', range])).toBe(range);
  },
);
