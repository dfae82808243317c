import { describe, expect, test } from 'vitest';
import { DEFAULT_SIGN_IN_POLICY } from '../policies/sign-in-policy.ts';
import { DEFAULT_INSTANCE_SETTINGS } from '../settings/instance-settings.ts';
import { atOnce } from './at-once.ts';
import type { OpenTestStore } from './open-test-store.ts';

export function instanceSettingsStoreSuite(open: OpenTestStore): void {
  describe('settings of the instance', () => {
    test('are the default ones until somebody sets others', async () => {
      const { settings } = await open();

      expect(await settings.get()).toEqual({ settings: DEFAULT_INSTANCE_SETTINGS, version: 0 });

      const others = { ...DEFAULT_INSTANCE_SETTINGS, organisation: 'Analytical Engines', contact: 'desk@example.com' };
      expect(await settings.set(others, 0)).toBe(true);
      expect(await settings.get()).toEqual({ settings: others, version: 1 });
    });

    test('keep one of fifty changes that were made from one version', async () => {
      const { settings } = await open();

      const kept = await atOnce(50, (index) =>
        settings.set({ ...DEFAULT_INSTANCE_SETTINGS, organisation: `${index}` }, 0),
      );

      expect(kept.filter(Boolean)).toHaveLength(1);
      expect((await settings.get()).settings.organisation).toBe(`${kept.indexOf(true)}`);
    });
  });

  describe('versions of the sign-in policy', () => {
    test('keep one of fifty changes that were made from one of them', async () => {
      const { policy } = await open();

      const kept = await atOnce(50, (index) =>
        policy.replace({ ...DEFAULT_SIGN_IN_POLICY, registration: index % 2 === 0 }, 0),
      );

      expect(kept.filter(Boolean)).toHaveLength(1);
      expect(await policy.version()).toBe(1);
    });
  });
}
