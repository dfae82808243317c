import { describe, expect, test } from 'vitest';
import { userCode, userCodeIn } from './user-code.ts';

describe('a user code', () => {
  test.each([
    ['ABCD-3456', 'as a terminal prints it'],
    ['abcd3456', 'in small letters, without the hyphen'],
    [' ABCD – 3456\n', 'pasted with spaces and another dash'],
    ['a b c d 3 4 5 6', 'spelled out'],
    ['ABCD-3456-7', 'with a key pressed too often'],
  ])('%j is understood (%s)', (typed) => {
    expect(userCode(typed)).toBe('ABCD-3456');
  });

  test.each([undefined, '', 'ABCD', 'ABCD-345', '0000-1111', 'https://'])('%j is not complete', (typed) => {
    expect(userCode(typed)).toBeUndefined();
  });
});

describe('an address to return to', () => {
  test('gives away which terminal waits', () => {
    expect(userCodeIn('/device?user_code=abcd-3456')).toBe('ABCD-3456');
  });

  test('of another page has no code', () => {
    expect(userCodeIn('/account?user_code=ABCD-3456')).toBeUndefined();
    expect(userCodeIn('/device')).toBeUndefined();
    expect(userCodeIn(undefined)).toBeUndefined();
  });
});
