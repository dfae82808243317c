import { describe, expect, test } from 'vitest';
import { readSetCookies } from './cookies.ts';

const PLAIN = ['access_token=a; Path=/', 'csrf_token=c; Path=/', 'refresh_token=r; Path=/'];
const KNOWN = { family: '', access: 'old', csrf: 'old', refresh: 'old' } as const;

describe('the cookies that an answer sets', () => {
  test('are of the family that lives, also when the same answer clears the other', () => {
    const cleared = ['access_token', 'csrf_token'].map((name) => `__Host-${name}=; Max-Age=0; Path=/; Secure`);

    const expected = { family: '', access: 'a', csrf: 'c', refresh: 'r' };
    expect(readSetCookies([...cleared, ...PLAIN], undefined)).toEqual(expected);
    expect(readSetCookies([...PLAIN, ...cleared], KNOWN)).toEqual(expected);
  });

  test('are none when they are cleared, and stay when others are', () => {
    expect(readSetCookies(['access_token=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], KNOWN)).toBeUndefined();
    expect(readSetCookies(['__Host-access_token=; Max-Age=0'], KNOWN)).toEqual(KNOWN);
    expect(readSetCookies(['locale=en-US'], KNOWN)).toEqual(KNOWN);
  });

  test('of tokens that were pasted tell which names the server wants', () => {
    const pasted = { family: 'both', access: 'a', csrf: 'c', refresh: undefined } as const;

    expect(readSetCookies(['__Host-access_token=new; Path=/; Secure'], pasted)).toEqual({
      ...{ family: '__Host-', access: 'new', csrf: 'c', refresh: undefined },
    });
  });
});
