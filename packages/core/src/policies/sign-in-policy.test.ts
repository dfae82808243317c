import { describe, expect, test } from 'vitest';
import { allowsMethod, DEFAULT_SIGN_IN_POLICY as DEFAULTS, refuseMethod } from './sign-in-policy.ts';

describe('the sign-in policy', () => {
  test('switches methods independently', () => {
    expect(allowsMethod({ ...DEFAULTS, password: true, emailCode: false }, 'password')).toBe(true);
    expect(allowsMethod({ ...DEFAULTS, password: true, emailCode: false }, 'email_code')).toBe(false);
    expect(allowsMethod({ ...DEFAULTS, password: false, emailCode: true }, 'email_code')).toBe(true);
  });

  test('refuses password and code while SSO is enforced, whatever their switches say', () => {
    const enforced = { ...DEFAULTS, password: true, emailCode: true, sso: true, ssoEnforced: true };
    expect(allowsMethod(enforced, 'password')).toBe(false);
    expect(allowsMethod(enforced, 'email_code')).toBe(false);
    expect(allowsMethod(enforced, 'sso')).toBe(true);
  });

  test('does not enforce an SSO that is switched off', () => {
    expect(allowsMethod({ ...DEFAULTS, ssoEnforced: true }, 'password')).toBe(true);
  });

  test('tells a method that is off from one that SSO replaces', () => {
    const enforced = { ...DEFAULTS, password: false, sso: true, ssoEnforced: true };
    expect(refuseMethod(enforced, 'password')).toBe('sso_enforced');
    expect(refuseMethod({ ...DEFAULTS, password: false }, 'password')).toBe('method_off');
    expect(refuseMethod({ ...enforced, sso: false }, 'sso')).toBe('method_off');
    expect(refuseMethod(enforced, 'sso')).toBeUndefined();
  });

  test('lets nobody in when nothing is on', () => {
    const off = { ...DEFAULTS, password: false };
    expect((['password', 'email_code', 'sso'] as const).some((method) => allowsMethod(off, method))).toBe(false);
  });
});
