import { describe, expect, test } from 'vitest';
import { DEFAULT_SIGN_IN_POLICY, type SignInPolicy } from '../policies/sign-in-policy.ts';
import { anId } from './an-id.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

export function signInPolicyStoreSuite(open: OpenTestStore): void {
  describe('sign-in policy', () => {
    test('is the default one until somebody sets another', async () => {
      const { policy } = await open();

      expect(await policy.get()).toEqual(DEFAULT_SIGN_IN_POLICY);
    });

    test('is the one that was set last, in all its switches', async () => {
      const { policy } = await open();
      const everythingElse: SignInPolicy = {
        password: false,
        emailCode: true,
        sso: true,
        ssoEnforced: true,
        ssoProtocol: null,
        enforcement: {
          startedBy: anId(1),
          startedByName: 'Ada',
          startedAt: NOON,
          revertsAt: afterNoon(1800),
          confirmedAt: null,
        },
        registration: true,
        personalSpaces: true,
      };

      await policy.set({ ...everythingElse, enforcement: null });
      await policy.set(everythingElse);

      expect(await policy.get()).toEqual(everythingElse);
    });
  });
}
