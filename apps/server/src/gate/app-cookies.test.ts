import { expect, test } from 'vitest';
import { isOurCookie } from './app-cookies.ts';
import type { Place } from './place.ts';

const BY_PATH: Place = { kind: 'path', name: { code: 'wiki' }, prefix: '/apps/wiki', rest: '/' };
const BY_HOST: Place = { kind: 'domain', name: { code: 'wiki' }, prefix: '', rest: '/' };

const OURS = [
  'access_token',
  'refresh_token',
  'csrf_token',
  'session',
  'latchkey_admin',
  'unfinished_sign_in',
  'webapp_access_token',
  'sso_transaction',
  'sso_pending_link',
  'device_approval_grant',
];

test.each(OURS)('%s is kept from an app that shares our origin, and is an app’s own on its host', (name) => {
  expect([isOurCookie(name, BY_PATH), isOurCookie(`__Host-${name}`, BY_PATH)]).toEqual([true, true]);
  expect(isOurCookie(name, BY_HOST)).toBe(false);
});

test.each(['latchkey_app', '__Host-latchkey_app', '__HOST-LATCHKEY_APP', 'latchkey_app_nonce'])(
  '%s is the gate’s, wherever an app is served',
  (name) => {
    expect([isOurCookie(name, BY_PATH), isOurCookie(name, BY_HOST)]).toEqual([true, true]);
  },
);
