import { expect, test } from 'vitest';
import { setUpSecret } from './set-up-secret.ts';

test('the secret of a set-up link is read from its fragment', () => {
  expect(setUpSecret('#secret=k3y-Q_w')).toBe('k3y-Q_w');
  expect(setUpSecret('#secret=a%20b')).toBe('a b');
});

test('a link without a secret has none', () => {
  expect(setUpSecret('')).toBeUndefined();
  expect(setUpSecret('#sessions')).toBeUndefined();
});
