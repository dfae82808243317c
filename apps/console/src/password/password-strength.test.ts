import { expect, test } from 'vitest';
import { passwordStrength } from './password-strength.ts';

test.each([
  ['', 'weak'],
  ['abcdefgh1', 'weak'],
  ['aaaaaaaaaaaaaaaa1', 'weak'],
  ['1234567890abcdefghij', 'weak'],
  ['kq8vzt1m', 'weak'],
  ['Kq8vzt1mXw', 'fair'],
  ['mole-yacht-7-cobalt', 'strong'],
  ['k9#Vq2!xTm7$Lz', 'strong'],
])('%j reads as %s', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});
