import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

const RULE = { max: 3, windowSeconds: 60 };

export function limitStoreSuite(open: OpenTestStore): void {
  describe('limits', () => {
    test('opens a window with the first event and counts in it', async () => {
      const { limits } = await open();

      expect(await limits.hit('a', RULE, NOON)).toEqual({ count: 1, resetsAt: afterNoon(60) });
      expect(await limits.hit('a', RULE, afterNoon(59.999))).toEqual({ count: 2, resetsAt: afterNoon(60) });
    });

    test('opens a new window at the very instant the old one ends', async () => {
      const { limits } = await open();
      await limits.hit('a', RULE, NOON);

      expect(await limits.hit('a', RULE, afterNoon(60))).toEqual({ count: 1, resetsAt: afterNoon(120) });
    });

    test('counts each key by itself', async () => {
      const { limits } = await open();
      await limits.hit('a', RULE, NOON);

      expect((await limits.hit('b', RULE, NOON)).count).toBe(1);
    });

    test('gives no two of fifty concurrent events the same count', async () => {
      const { limits } = await open();

      const counts = await atOnce(50, async () => (await limits.hit('a', RULE, NOON)).count);

      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    test('takes an event back, and never below none', async () => {
      const { limits } = await open();
      await limits.hit('a', RULE, NOON);

      await limits.refund('a');
      await limits.refund('a');
      await limits.refund('unknown');

      expect((await limits.hit('a', RULE, NOON)).count).toBe(1);
    });

    test('forgets a key that is cleared', async () => {
      const { limits } = await open();
      await limits.hit('a', RULE, NOON);

      await limits.clear('a');

      expect(await limits.hit('a', RULE, afterNoon(30))).toEqual({ count: 1, resetsAt: afterNoon(90) });
    });

    test('counts like a window that is kept by hand, at any times', async () => {
      const { limits } = await open();
      let key = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 12 }), async (pauses) => {
          key += 1;
          let [now, count, resetsAt] = [0, 0, 0];
          for (const pause of pauses) {
            now += pause;
            [count, resetsAt] = count > 0 && now < resetsAt ? [count + 1, resetsAt] : [1, now + 60];
            const hit = await limits.hit(String(key), RULE, afterNoon(now));
            expect(hit).toEqual({ count, resetsAt: afterNoon(resetsAt) });
          }
        }),
        { numRuns: 30 },
      );
    });
  });
}
