import { describe, expect, test } from 'vitest';
import { aSignInAttempt } from './a-sign-in-attempt.ts';
import { anOrigin } from './an-origin.ts';
import type { OpenTestStore } from './open-test-store.ts';

export function signInAttemptStoreSuite(open: OpenTestStore): void {
  describe('sign-in attempts', () => {
    test('finds an attempt by the reference that the person was shown', async () => {
      const { attempts } = await open();
      const refused = aSignInAttempt({ origin: anOrigin({ reference: 'REF-1', ip: '2001:db8::1' }) });
      const admitted = aSignInAttempt({
        origin: anOrigin({ reference: 'REF-2' }),
        method: 'email_code',
        refusal: null,
      });
      await attempts.append(refused);
      await attempts.append(admitted);

      expect(await attempts.findByReference('REF-1')).toEqual(refused);
      expect(await attempts.findByReference('REF-2')).toEqual(admitted);
      expect(await attempts.findByReference('REF-3')).toBeUndefined();
    });

    test('keeps an attempt with an address that nobody has', async () => {
      const { attempts } = await open();
      const attempt = aSignInAttempt({ email: 'nobody@example.com', accountId: null });

      await attempts.append(attempt);

      expect(await attempts.findByReference('REF-1')).toEqual(attempt);
    });
  });
}
