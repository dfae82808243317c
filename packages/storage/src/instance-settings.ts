import { DEFAULT_INSTANCE_SETTINGS, type InstanceSettingsStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function instanceSettings(db: Database): InstanceSettingsStore {
  return {
    async get() {
      const { settings, settings_version } = onlyRow(await db.read(stored, {}));
      // A setting that is younger than what is stored stands at its default.
      const known = settings === null ? {} : JSON.parse(settings);
      return { settings: { ...DEFAULT_INSTANCE_SETTINGS, ...known }, version: settings_version };
    },
    set: async (settings, made) => (await db.write(replace, { settings: JSON.stringify(settings), made })) === 1,
  };
}

const stored = (db: Kysely<Schema>) => db.selectFrom('instance').select(['settings', 'settings_version']);

const replace = (db: Kysely<Schema>, { settings, made }: { settings: string; made: number }) =>
  db
    .updateTable('instance')
    .set((eb) => ({ settings, settings_version: eb('settings_version', '+', eb.lit(1)) }))
    .where('settings_version', '=', made);
