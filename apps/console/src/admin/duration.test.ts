import { expect, test } from 'vitest';
import { durationOf, secondsOf } from './duration.ts';

test.each([
  [86_400, '1', 'days'],
  [604_800, '7', 'days'],
  [3_600, '1', 'hours'],
  [90_000, '25', 'hours'],
  [300, '5', 'minutes'],
  [90, '1.5', 'minutes'],
] as const)('%d seconds are shown as %s %s, and stay what they are', (seconds, amount, unit) => {
  expect(durationOf(seconds)).toEqual({ amount, unit });
  expect(secondsOf({ amount, unit })).toBe(seconds);
});

test('a comma is a decimal point too', () => {
  expect(secondsOf({ amount: '1,5', unit: 'hours' })).toBe(5_400);
});

test.each(['', 'soon', '-1', '1e3'])('%j is no length of time', (amount) => {
  expect(secondsOf({ amount, unit: 'days' })).toBeNaN();
});
