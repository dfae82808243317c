import { expect, test } from 'vitest';
import { passwordProblem } from './password-rule.ts';

test.each(['abcdefg1', '1234567a', 'pässwört 1', `a1${'x'.repeat(126)}`])('%j is accepted', (password) => {
  expect(passwordProblem(password)).toBeUndefined();
});

test.each([
  ['', 'tooShort'],
  ['abcdef1', 'tooShort'],
  ['12345678', 'noLetter'],
  ['пароль123', 'noLetter'],
  ['abcdefgh', 'noDigit'],
  [`a1${'x'.repeat(127)}`, 'tooLong'],
])('%j is refused as %s', (password, problem) => {
  expect(passwordProblem(password)).toBe(problem);
});

test('where Dify’s clients do not ask, any characters will do', () => {
  expect(passwordProblem('correct horse', 'length')).toBeUndefined();
  expect(passwordProblem('漢字の合言葉です', 'length')).toBeUndefined();
  expect(passwordProblem('short', 'length')).toBe('tooShort');
});
