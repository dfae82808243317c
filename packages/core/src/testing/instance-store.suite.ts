import { describe, expect, test } from 'vitest';
import { atOnce } from './at-once.ts';
import { afterNoon, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';

export function instanceStoreSuite(open: OpenTestStore): void {
  describe('instance', () => {
    test('is set up by one of fifty concurrent callers, and remembers when', async () => {
      const { instance } = await open();
      expect(await instance.setUpAt()).toBeUndefined();

      const marked = await atOnce(50, (index) => instance.markSetUp(afterNoon(index)));

      expect(marked.filter(Boolean)).toHaveLength(1);
      expect(await instance.setUpAt()).toEqual(afterNoon(marked.indexOf(true)));
    });

    test('is set up by one of fifty concurrent transactions', async () => {
      const store = await open();

      const marked = await atOnce(50, () => store.transaction(({ instance }) => instance.markSetUp(NOON)));

      expect(marked.filter(Boolean)).toHaveLength(1);
    });

    test('is not set up when the set-up is rolled back', async () => {
      const store = await open();

      await expect(
        store.transaction(async ({ instance }) => {
          await instance.markSetUp(NOON);
          throw new Error('The account could not be created.');
        }),
      ).rejects.toThrow('The account could not be created.');

      expect(await store.instance.setUpAt()).toBeUndefined();
      expect(await store.instance.markSetUp(NOON)).toBe(true);
    });

    test('keeps the first fingerprint of its key', async () => {
      const { instance } = await open();

      expect(await instance.keyFingerprint('first')).toBe('first');
      expect(await instance.keyFingerprint('second')).toBe('first');
      expect(await instance.setUpAt()).toBeUndefined();
    });

    test('tells fifty replicas that start at once the same fingerprint', async () => {
      const { instance } = await open();

      const kept = await atOnce(50, (index) => instance.keyFingerprint(`key ${index}`));

      expect(new Set(kept).size).toBe(1);
    });
  });
}
