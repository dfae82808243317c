import { describe, expect, test } from 'vitest';
import type { MailSettings } from '../outbox/mail-settings.ts';
import type { OpenTestStore } from './open-test-store.ts';

const SETTINGS: MailSettings = {
  host: 'mail.example.com',
  port: 587,
  encryption: 'starttls',
  user: 'latchkey',
  password: 'paß “word”',
  fromName: '株式会社 例',
  fromAddress: 'noreply@example.com',
  ehloName: null,
};

export function mailSettingsStoreSuite(open: OpenTestStore): void {
  describe('mail settings', () => {
    test('are none until they are set, and none again when they are taken away', async () => {
      const { mailSettings } = await open();
      expect(await mailSettings.get()).toBeUndefined();

      await mailSettings.set(SETTINGS);
      expect(await mailSettings.get()).toEqual(SETTINGS);

      await mailSettings.set(undefined);
      expect(await mailSettings.get()).toBeUndefined();
    });
  });
}
