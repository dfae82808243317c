import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeUserCode, USER_CODE_ALPHABET, USER_CODE_PATTERN } from './device-code.ts';

const code = fc
  .array(fc.constantFrom(...USER_CODE_ALPHABET), { minLength: 8, maxLength: 8 })
  .map((symbols) => `${symbols.slice(0, 4).join('')}-${symbols.slice(4).join('')}`);

test('a user code survives being typed without hyphen, with spaces and in lower case', () => {
  fc.assert(
    fc.property(code, (userCode) => {
      expect(userCode).toMatch(USER_CODE_PATTERN);
      expect(normalizeUserCode(` ${userCode.replace('-', ' ').toLowerCase()} `)).toBe(userCode);
      expect(normalizeUserCode(userCode)).toBe(userCode);
    }),
  );
});

test('symbols that no code has are dropped', () => {
  expect(normalizeUserCode('a0b1c2doizE')).toBe('ABCD-E');
});
