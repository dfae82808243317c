import { expect, test } from 'vitest';
import { ssoTrouble } from './sso-trouble.ts';

test('a person who can do something about it is told what', () => {
  expect(ssoTrouble('transaction_expired')).toBe('again');
  expect(ssoTrouble('provider_unreachable')).toBe('away');
  expect(ssoTrouble('account_not_found')).toBe('noAccount');
});

test('what only administrators can mend, and what nobody knows, is told in general words', () => {
  expect(ssoTrouble('signature_invalid')).toBe('trust');
  expect(ssoTrouble('toString')).toBe('trust');
});
