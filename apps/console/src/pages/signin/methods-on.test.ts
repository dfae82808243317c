import { expect, test } from 'vitest';
import { methodsOn } from './methods-on.ts';

const features = (password: boolean, code: boolean, enforced = false) => ({
  enable_email_password_login: password,
  enable_email_code_login: code,
  sso_enforced_for_signin: enforced,
});

test('a password comes first, and a code takes its place when it is off', () => {
  expect(methodsOn(features(true, true))).toEqual(['password', 'code']);
  expect(methodsOn(features(false, true))).toEqual(['code']);
  expect(methodsOn(features(false, false))).toEqual([]);
});

test('where single sign-on is enforced, neither is offered', () => {
  expect(methodsOn(features(true, true, true))).toEqual([]);
});
