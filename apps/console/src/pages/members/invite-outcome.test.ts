import { ERRORS } from '@latchkey/contract/vocabulary';
import { expect, test } from 'vitest';
import { inviteOutcome } from './invite-outcome.ts';

const email = 'ana@example.com';

test('an address that is invited, or is a member already, is told apart', () => {
  const url = 'https://id.example.test/activate?token=secret';
  expect(inviteOutcome({ status: 'success', email, url })).toBe('invited');
  expect(inviteOutcome({ status: 'success', email, url: 'https://id.example.test/signin' })).toBe('isMember');
});

test.each([
  [`${email} is not a valid email.`, 'notAnAddress'],
  [ERRORS.account_banned.message, 'isBanned'],
  ['No permission to add member.', 'notInvited'],
] as const)('%j is told as %s', (message, outcome) => {
  expect(inviteOutcome({ status: 'failed', email, message })).toBe(outcome);
});
