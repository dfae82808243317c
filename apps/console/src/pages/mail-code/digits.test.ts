import { expect, test } from 'vitest';
import { digits } from './digits.ts';

test.each([
  ['123 456', '123456'],
  ['Code: 123-456.', '123456'],
  ['１２３４５６', '123456'],
  ['1234567', '123456'],
  ['12', '12'],
  ['none', ''],
])('of %j a code takes %j', (typed, taken) => {
  expect(digits(typed)).toBe(taken);
});
