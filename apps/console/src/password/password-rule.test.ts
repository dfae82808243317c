import { expect, test } from 'vitest';
import { passwordProblem } from './password-rule.ts';

test.each(['abcdefg1', '1234567a', 'pässwört 1', `a1${'x'.repeat(126)}`])('%j is accepted', (password) => {
  expect(passwordProblem(password)).toBeUndefined();
});

test.each(['', 'abcdef1', 'abcdefgh', '12345678', 'пароль123'])('%j breaks the rule', (password) => {
  expect(passwordProblem(password)).toBe('breaksRule');
});

test('a password past 128 characters is too long', () => {
  expect(passwordProblem(`a1${'x'.repeat(127)}`)).toBe('tooLong');
});
