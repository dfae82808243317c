import { describe, expect, test } from 'vitest';
import type { SignInAttemptFilter } from '../sign-in-attempts/sign-in-attempt-store.ts';
import { aSignInAttempt } from './a-sign-in-attempt.ts';
import { anOrigin } from './an-origin.ts';
import { afterNoon, DAY } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

export function signInAttemptStoreSuite(open: OpenTestStore): void {
  describe('sign-in attempts', () => {
    test('finds an attempt by the reference that the person was shown', async () => {
      const { attempts } = await open();
      const refused = aSignInAttempt({
        origin: anOrigin({ reference: 'REF-1', ip: '2001:db8::1' }),
        rule: 'sso_refused',
        details: { code: 'wrong_audience', claims: { groups: ['staff'] } },
      });
      const admitted = aSignInAttempt({
        origin: anOrigin({ reference: 'REF-2' }),
        method: 'email_code',
        refusal: null,
        rule: null,
      });
      await attempts.append(refused);
      await attempts.append(admitted);

      expect(await attempts.findByReference('REF-1')).toEqual(refused);
      expect(await attempts.findByReference('REF-2')).toEqual(admitted);
      expect(await attempts.findByReference('REF-3')).toBeUndefined();
    });

    test('keeps an attempt with an address that nobody has', async () => {
      const { attempts } = await open();
      const attempt = aSignInAttempt({ email: 'nobody@example.com', accountId: null, rule: 'unknown_account' });

      await attempts.append(attempt);

      expect(await attempts.findByReference('REF-1')).toEqual(attempt);
    });

    test('lists attempts a page at a time, newest first, and says how many there are', async () => {
      const { attempts } = await open();
      for (const second of [1, 3, 2]) {
        const reference = `REF-${second}`;
        await attempts.append(aSignInAttempt({ at: afterNoon(second), origin: anOrigin({ reference }) }));
      }

      const first = await attempts.list({}, { offset: 0, limit: 2 });
      const next = await attempts.list({}, { offset: 2, limit: 2 });

      expect(first.attempts.map(({ origin }) => origin.reference)).toEqual(['REF-3', 'REF-2']);
      expect(next.attempts.map(({ origin }) => origin.reference)).toEqual(['REF-1']);
      expect([first.total, next.total]).toEqual([3, 3]);
    });

    test('finds attempts by reference, address, outcome, method and time', async () => {
      const { attempts } = await open();
      const written = [
        aSignInAttempt({ origin: anOrigin({ reference: 'REF-1' }) }),
        aSignInAttempt({ origin: anOrigin({ reference: 'REF-2' }), email: 'grace@example.com', method: 'sso' }),
        aSignInAttempt({ origin: anOrigin({ reference: 'REF-3' }), refusal: null, rule: null, at: afterNoon(DAY) }),
      ];
      for (const attempt of written) await attempts.append(attempt);
      const found = async (filter: SignInAttemptFilter) => {
        const list = await attempts.list(filter, { offset: 0, limit: 10 });
        expect(list.total).toBe(list.attempts.length);
        return list.attempts.map(({ origin }) => origin.reference);
      };

      expect(await found({})).toEqual(['REF-3', 'REF-2', 'REF-1']);
      expect(await found({ reference: 'REF-2' })).toEqual(['REF-2']);
      expect(await found({ email: 'grace@example.com' })).toEqual(['REF-2']);
      expect(await found({ email: 'grace@example' })).toEqual([]);
      expect(await found({ outcome: 'signed_in' })).toEqual(['REF-3']);
      expect(await found({ outcome: 'refused' })).toEqual(['REF-2', 'REF-1']);
      expect(await found({ method: 'sso' })).toEqual(['REF-2']);
      expect(await found({ from: afterNoon(1), to: afterNoon(DAY) })).toEqual([]);
      expect(await found({ from: afterNoon(DAY) })).toEqual(['REF-3']);
      expect(await found({ email: 'ada@example.com', outcome: 'refused' })).toEqual(['REF-1']);
    });
  });
}
