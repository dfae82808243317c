import { expect, test } from 'vitest';
import { minutesAndSeconds } from './minutes-and-seconds.ts';

test.each([
  [900, '15:00'],
  [65, '1:05'],
  [9, '0:09'],
  [-3, '0:00'],
])('with %i seconds left the clock shows %s', (seconds, shown) => {
  expect(minutesAndSeconds(seconds)).toBe(shown);
});
