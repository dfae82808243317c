import { expect, test } from 'vitest';
import { combination } from './combination.ts';

test.each([
  [true, true, 'open'],
  [true, false, 'waiting'],
  [false, true, 'invited'],
  [false, false, 'controlled'],
] as const)('accounts created by users: %s, personal spaces: %s is called %s', (registration, spaces, name) => {
  expect(combination({ allow_registration: registration, create_personal_spaces: spaces })).toBe(name);
});
