import { expect, test } from 'vitest';
import { afterNoon, NOON } from '../testing/instant.ts';
import { certificateEnding } from './certificate-ending.ts';

const inDays = (days: number) => afterNoon(days * 86_400);

test.each([
  ['that expired yesterday', [inDays(-1)], inDays(-1)],
  ['that holds for 29 days', [inDays(29)], inDays(29)],
  ['that holds for 30 days', [inDays(30)], undefined],
  ['beside one that holds for long', [inDays(-1), inDays(300), inDays(2)], undefined],
  ['beside one that ends later', [inDays(2), inDays(9)], inDays(9)],
])('administrators are warned of a certificate %s by the date on which nothing is left', (_, ends, warned) => {
  expect(certificateEnding(ends, NOON)).toEqual(warned);
});

test('a provider without certificates warns of nothing', () => {
  expect(certificateEnding([], NOON)).toBeUndefined();
});
