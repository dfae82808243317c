import { expect, test } from 'vitest';
import { nextStep } from './next-step.ts';

test('a one-time password is replaced before anything else', () => {
  expect(nextStep({ hasOneTimePassword: true, hasWorkspace: true })).toBe('new_password');
  expect(nextStep({ hasOneTimePassword: true, hasWorkspace: false })).toBe('new_password');
});

test('somebody without a workspace waits', () => {
  expect(nextStep({ hasOneTimePassword: false, hasWorkspace: false })).toBe('waiting');
});

test('nothing is missing otherwise', () => {
  expect(nextStep({ hasOneTimePassword: false, hasWorkspace: true })).toBeUndefined();
});
