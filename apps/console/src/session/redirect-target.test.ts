import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redirectTarget } from './redirect-target.ts';

const ORIGIN = 'https://keys.example.com';

describe('after sign-in', () => {
  test('a person comes back to the page they came from', () => {
    expect(redirectTarget('/device?user_code=ABCD-3456', ORIGIN)).toBe('/device?user_code=ABCD-3456');
    expect(redirectTarget('/account#sessions', ORIGIN)).toBe('/account#sessions');
  });

  test('a person without a wish goes home', () => {
    expect(redirectTarget(undefined, ORIGIN)).toBe('/');
    expect(redirectTarget('', ORIGIN)).toBe('/');
  });

  test('nobody is sent back to the sign-in page', () => {
    expect(redirectTarget('/signin?redirect_url=/account', ORIGIN)).toBe('/');
  });

  test('a person who proves an account comes back to the identity that waits for it', () => {
    expect(redirectTarget('/signin/link?redirect_url=%2Fdevice', ORIGIN)).toBe('/signin/link?redirect_url=%2Fdevice');
    expect(redirectTarget('/signin/linked', ORIGIN)).toBe('/');
  });

  test.each([
    'https://evil.example',
    'HTTPS://keys.example.com/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    'javascript:alert(1)',
    '\u0000javascript:alert(1)',
    ' /account',
    'account',
    '@evil.example',
    '.evil.example',
  ])('%j leads home', (wanted) => {
    expect(redirectTarget(wanted, ORIGIN)).toBe('/');
  });

  test('whatever is asked for, the browser stays on this origin', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '\t',
      '\n',
      '@',
      ':',
      'evil.example',
      'javascript',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const target = redirectTarget(pieces.join(''), ORIGIN);
        expect(new URL(target, ORIGIN).origin).toBe(ORIGIN);
      }),
    );
  });
});
