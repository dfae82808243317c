import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anId } from '../testing/an-id.ts';
import { afterNoon, DAY, NOON } from '../testing/instant.ts';
import type { LetterRecord } from './letter.ts';
import { nextTryOf } from './next-try.ts';

function aRecord(differences: Partial<LetterRecord> = {}): LetterRecord {
  return {
    id: anId(1),
    kind: 'password_changed',
    accountId: anId(1),
    to: 'ada@example.com',
    language: 'en-US',
    createdAt: NOON,
    expiresAt: null,
    status: 'waiting',
    tries: 1,
    nextTryAt: NOON,
    sentAt: null,
    problem: null,
    ...differences,
  };
}

describe('a letter that could not be sent is tried again', () => {
  test.each([
    [1, 60],
    [2, 120],
    [3, 240],
    [6, 1920],
    [7, 3600],
    [20, 3600],
  ])('after try %i in %i seconds', (tries, seconds) => {
    expect(nextTryOf(aRecord({ tries }), afterNoon(10))).toEqual(afterNoon(10 + seconds));
  });

  test('for a day, and not a second longer', () => {
    expect(nextTryOf(aRecord({ tries: 9 }), afterNoon(DAY - 3600))).toEqual(afterNoon(DAY));
    expect(nextTryOf(aRecord({ tries: 9 }), afterNoon(DAY - 3599))).toBeNull();
  });

  test('only while its code or link works', () => {
    const expiresAt = afterNoon(300);
    expect(nextTryOf(aRecord({ expiresAt }), afterNoon(239))).toEqual(afterNoon(299));
    expect(nextTryOf(aRecord({ expiresAt }), afterNoon(240))).toBeNull();
  });

  test('never for ever, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 100, maxLength: 100 }), (delays) => {
        let now = NOON;
        for (const [index, delay] of delays.entries()) {
          const next = nextTryOf(aRecord({ tries: index + 1 }), now);
          if (next === null) return;
          expect(next > now).toBe(true);
          now = new Date(next.getTime() + delay * 1000);
        }
        throw new Error('A hundred tries in a day.');
      }),
    );
  });
});
