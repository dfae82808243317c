import { Failure } from '../failure.ts';
import { WrongShape } from '../files/wrong-shape.ts';
import { yamlFile } from '../files/yaml-file.ts';
import { SETTING_KEYS, type Settings } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';

const SCHEMA_VERSION = 1;

/** Settings in `config.yml`: `defaults.limit` lies at `limit` under `defaults`. */
export function fileSettings(path: string): SettingsStore {
  const file = yamlFile({ path, read: readSettings, write: writeSettings });
  return {
    path,
    read: () => file.load().catch(unsupported),
    update: (change) => file.change(change).catch(unsupported),
  };
}

function readSettings(parsed: unknown): Settings {
  const file = record(parsed ?? {}, 'the file');
  const version = file.schema_version ?? SCHEMA_VERSION;
  if (version !== SCHEMA_VERSION) throw new WrongShape(`schema_version ${String(version)} is not ${SCHEMA_VERSION}`);
  const settings: Settings = new Map();
  for (const key of SETTING_KEYS) {
    const [section = '', name = ''] = key.split('.');
    const value = record(file[section] ?? {}, section)[name];
    if (typeof value === 'string' || typeof value === 'number') settings.set(key, value);
  }
  return settings;
}

function writeSettings(settings: Settings): unknown {
  const inSection = (section: string) => {
    const entries = [...settings].map(([key, value]) => [...key.split('.'), value]);
    return Object.fromEntries(entries.filter(([of]) => of === section).map(([, name, value]) => [name, value]));
  };
  return { schema_version: SCHEMA_VERSION, defaults: inSection('defaults'), state: inSection('state') };
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new WrongShape(`${where} must be a mapping`);
}

/** A file that cannot be read is one of another client, as far as anybody can tell. */
function unsupported(error: unknown): never {
  if (!(error instanceof Failure) || error.message.startsWith('cannot write')) throw error;
  throw new Failure('config_schema_unsupported', error.message, { hint: error.hint, cause: error });
}
