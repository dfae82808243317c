import { describe, expect, test } from 'vitest';
import type { Store } from '../kernel/store.ts';
import { NOON } from '../testing/instant.ts';
import { previewSignInPolicy } from './preview-sign-in-policy.ts';
import { DEFAULT_SIGN_IN_POLICY, type SignInPolicy } from './sign-in-policy.ts';

const ADA = { name: 'Ada', email: 'ada@example.com' };
const GRACE = { name: 'Grace', email: 'grace@example.com' };

/** A store that knows seven people with a password and three without. */
function knowing(policy: SignInPolicy): { store: Store; clock: () => Date } {
  const groups = [
    { ways: { password: true, identity: false }, count: 7, first: [ADA] },
    { ways: { password: false, identity: false }, count: 3, first: [GRACE] },
  ];
  // A boundary: of the store only these two are asked.
  const store = {
    policy: { get: async () => policy },
    accounts: { countWaysIn: async () => groups },
  } as unknown as Store;
  return { store, clock: () => NOON };
}

const preview = (before: Partial<SignInPolicy>, changes: Partial<SignInPolicy>, hasMailServer = true) => {
  const policy = { ...DEFAULT_SIGN_IN_POLICY, ...before };
  const { ssoProtocol: _, enforcement: __, ...switches } = { ...policy, ...changes };
  return previewSignInPolicy(knowing(policy), switches, hasMailServer);
};

describe('before a policy is saved', () => {
  test('switching passwords off takes the way in from those who have nothing else', async () => {
    const { loses, gains, warnings } = await preview({}, { password: false });

    expect(loses).toEqual({ count: 7, first: [ADA] });
    expect(gains.count).toBe(0);
    expect(warnings).toEqual(['no_method']);
  });

  test('switching codes on gives everybody without a password a way in', async () => {
    const { loses, gains, warnings } = await preview({}, { emailCode: true });

    expect(loses.count).toBe(0);
    expect(gains).toEqual({ count: 3, first: [GRACE] });
    expect(warnings).toEqual([]);
  });

  test('codes in place of passwords take nothing from anybody', async () => {
    const { loses } = await preview({}, { password: false, emailCode: true });

    expect(loses.count).toBe(0);
  });

  test('codes without a mail server, and SSO without a connection, are warned of', async () => {
    expect((await preview({}, { emailCode: true }, false)).warnings).toEqual(['no_mail_server']);
    expect((await preview({}, { sso: true })).warnings).toEqual(['no_sso_connection']);
  });

  test('enforcing SSO takes the way in from everybody without an identity', async () => {
    const { loses } = await preview({ emailCode: true, ssoProtocol: 'oidc' }, { sso: true, ssoEnforced: true });

    expect(loses.count).toBe(10);
  });
});
