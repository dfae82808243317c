import { expect, test } from 'vitest';
import { cookieTrouble } from './cookie-trouble.ts';

test('Secure cookies cannot be kept by a page opened over http', () => {
  expect(cookieTrouble('http:', 'https')).toBe('page_is_http');
});

test('a proxy that hides https from the server is told from a browser that blocks cookies', () => {
  expect(cookieTrouble('https:', 'http')).toBe('server_sees_http');
  expect(cookieTrouble('https:', 'https')).toBe('blocked');
  expect(cookieTrouble('http:', 'http')).toBe('blocked');
});
