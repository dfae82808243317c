import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSeconds } from '../kernel/clock.ts';
import type { LimitCount } from '../limits/limit-store.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

const RULE = { max: 3, windowSeconds: 60 };

export function limitStoreSuite(open: OpenTestStore): void {
  describe('limits', () => {
    test('open a window with the first event and close it after its seconds', async () => {
      const { limits } = await open();

      expect(await limits.hit('door', RULE, NOON)).toEqual({ count: 1, resetsAt: afterNoon(60) });
      expect(await limits.hit('door', RULE, afterNoon(59.999))).toEqual({ count: 2, resetsAt: afterNoon(60) });
      expect(await limits.hit('door', RULE, afterNoon(60))).toEqual({ count: 1, resetsAt: afterNoon(120) });
    });

    test('count past the most that a rule allows', async () => {
      const { limits } = await open();

      for (let n = 1; n <= 5; n += 1) expect((await limits.hit('door', RULE, NOON)).count).toBe(n);
    });

    test('count each key by itself', async () => {
      const { limits } = await open();
      await limits.hit('door', RULE, NOON);

      expect((await limits.hit('window', RULE, NOON)).count).toBe(1);
      expect((await limits.hit('door', RULE, NOON)).count).toBe(2);
    });

    test('give no two of fifty concurrent events the same count', async () => {
      const { limits } = await open();

      const hits = await atOnce(50, () => limits.hit('door', RULE, NOON));

      const counts = hits.map(({ count }) => count).sort((a, b) => a - b);
      expect(counts).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    test('give no two of fifty concurrent events the same count when an old window ends', async () => {
      const { limits } = await open();
      await atOnce(5, () => limits.hit('door', RULE, NOON));

      const hits = await atOnce(50, () => limits.hit('door', RULE, afterNoon(60)));

      const counts = hits.map(({ count }) => count).sort((a, b) => a - b);
      expect(counts).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    });

    test('take an event back, but never more than were counted', async () => {
      const { limits } = await open();
      await limits.hit('door', RULE, NOON);
      await limits.hit('door', RULE, NOON);
      await limits.hit('window', RULE, NOON);

      await limits.refund('door');
      expect(await limits.hit('door', RULE, NOON)).toEqual({ count: 2, resetsAt: afterNoon(60) });

      await atOnce(5, () => limits.refund('door'));
      await limits.refund('never opened');
      expect((await limits.hit('door', RULE, NOON)).count).toBe(1);
      expect((await limits.hit('window', RULE, NOON)).count).toBe(2);
    });

    test('begin anew once they are cleared', async () => {
      const { limits } = await open();
      await atOnce(5, () => limits.hit('door', RULE, NOON));
      await limits.hit('window', RULE, NOON);

      await limits.clear('door');
      await limits.clear('never opened');

      expect(await limits.hit('door', RULE, afterNoon(1))).toEqual({ count: 1, resetsAt: afterNoon(61) });
      expect((await limits.hit('window', RULE, NOON)).count).toBe(2);
    });

    test('count as a paper list would, whatever comes when', async () => {
      const { limits } = await open();
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anEvent, { maxLength: 30 }), async (events) => {
          run += 1;
          const list = paperList();
          let now = NOON;
          for (const { kind, key, pauseSeconds, windowSeconds } of events) {
            now = addSeconds(now, pauseSeconds);
            const named = `${run} ${key}`;
            if (kind === 'hit')
              expect(await limits.hit(named, { max: 3, windowSeconds }, now)).toEqual(
                list.hit(named, windowSeconds, now),
              );
            else {
              await limits[kind](named);
              list[kind](named);
            }
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

const anEvent = fc.record({
  kind: fc.constantFrom('hit', 'hit', 'hit', 'refund', 'clear'),
  key: fc.constantFrom('door', 'window'),
  pauseSeconds: fc.integer({ min: 0, max: 5 }),
  windowSeconds: fc.integer({ min: 1, max: 10 }),
});

/** What the store does, for one caller at a time. */
function paperList() {
  const lines = new Map<string, LimitCount>();
  return {
    hit(key: string, windowSeconds: number, now: Date): LimitCount {
      const known = lines.get(key);
      const isOpen = known !== undefined && now < known.resetsAt;
      const line = isOpen
        ? { ...known, count: known.count + 1 }
        : { count: 1, resetsAt: addSeconds(now, windowSeconds) };
      lines.set(key, line);
      return line;
    },
    refund(key: string): void {
      const known = lines.get(key);
      if (known !== undefined) lines.set(key, { ...known, count: Math.max(0, known.count - 1) });
    },
    clear(key: string): void {
      lines.delete(key);
    },
  };
}
