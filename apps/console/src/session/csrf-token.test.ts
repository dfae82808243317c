import { describe, expect, test } from 'vitest';
import { csrfToken } from './csrf-token.ts';

describe('the CSRF token', () => {
  test('is found among other cookies', () => {
    expect(csrfToken('theme=dark; csrf_token=abc.def=; x=1')).toBe('abc.def=');
  });

  test('of the https name wins over a leftover of the plain name', () => {
    expect(csrfToken('csrf_token=old; __Host-csrf_token=new')).toBe('new');
  });

  test('is absent when nobody is signed in', () => {
    expect(csrfToken('')).toBeUndefined();
    expect(csrfToken('other_csrf_token=x')).toBeUndefined();
  });
});
