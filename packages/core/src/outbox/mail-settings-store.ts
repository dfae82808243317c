import type { MailSettings } from './mail-settings.ts';

/** Kept sealed. */
export interface MailSettingsStore {
  /** As they are now, on every replica. */
  get(): Promise<MailSettings | undefined>;
  /** `undefined` when letters are to wait in the outbox. */
  set(settings: MailSettings | undefined): Promise<void>;
}
