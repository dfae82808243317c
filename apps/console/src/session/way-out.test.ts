import { WireError } from '@latchkey/sdk';
import { expect, test } from 'vitest';
import { wayOut } from './way-out.ts';

const refusal = (status: number, code: string) =>
  new WireError(
    { method: 'GET', url: '/', headers: {} },
    { status, header: () => undefined, text: JSON.stringify({ code }) },
  );

test('whoever is signed out goes through sign-in and comes back', () => {
  expect(wayOut(refusal(401, 'unauthorized'), '/device?user_code=ABCD-3456')).toBe(
    '/signin?redirect_url=%2Fdevice%3Fuser_code%3DABCD-3456',
  );
  expect(wayOut(refusal(401, 'no_session'), '/')).toBe('/signin');
});

test('an administrator who is signed out goes through the door of the administration', () => {
  expect(wayOut(refusal(401, 'unauthorized'), '/admin/members?q=ann')).toBe(
    '/admin/signin?redirect_url=%2Fadmin%2Fmembers%3Fq%3Dann',
  );
  expect(wayOut(refusal(401, 'unauthorized'), '/admin')).toBe('/admin/signin');
  expect(wayOut(refusal(401, 'unauthorized'), '/administration')).toBe('/signin?redirect_url=%2Fadministration');
});

test('an instance that is not set up is set up first', () => {
  expect(wayOut(refusal(401, 'not_setup'), '/account')).toBe('/setup');
  expect(wayOut(refusal(401, 'not_init_validated'), '/signin')).toBe('/setup');
});

test('a wrong password and an outage leave the person where they are', () => {
  expect(wayOut(refusal(401, 'authentication_failed'), '/signin')).toBeUndefined();
  expect(wayOut(refusal(503, 'unavailable'), '/')).toBeUndefined();
  expect(wayOut(new Error('a fault of the page'), '/')).toBeUndefined();
});
