import { expect, test } from 'vitest';
import { ssoPath } from './sso-path.ts';

test('what was said already stays, and what there is to carry is added', () => {
  expect(ssoPath('/sso/1/login?for=workspace', { redirect_url: '/device?user_code=ABCD-3456' })).toBe(
    '/sso/1/login?for=workspace&redirect_url=%2Fdevice%3Fuser_code%3DABCD-3456',
  );
});

test('the first page, and nothing, need not be said', () => {
  expect(ssoPath('/sso/1/login', { redirect_url: '/', invite_token: '', email: undefined })).toBe('/sso/1/login');
});
