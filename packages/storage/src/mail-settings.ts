import type { MailSettings, MailSettingsStore, Sealing } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function mailSettings(db: Database, sealing: Sealing): MailSettingsStore {
  return {
    async get() {
      const { mail_settings } = onlyRow(await db.read(stored, {}));
      return mail_settings === null ? undefined : (JSON.parse(sealing.open(mail_settings)) as MailSettings);
    },
    async set(settings) {
      await db.write(store, { settings: settings === undefined ? null : sealing.seal(JSON.stringify(settings)) });
    },
  };
}

const stored = (db: Kysely<Schema>) => db.selectFrom('instance').select('mail_settings');

const store = (db: Kysely<Schema>, { settings }: { settings: string | null }) =>
  db.updateTable('instance').set({ mail_settings: settings });
