import { Failure } from '../failure.ts';

/** Settings by their dotted key. */
export type Settings = Map<SettingKey, string | number>;

const FORMATS = ['json', 'yaml', 'table', 'wide', 'name', 'text'];
const LARGEST_LIMIT = 200;

const READERS = {
  'defaults.format': (value: string) => {
    if (FORMATS.includes(value)) return value;
    throw invalid('defaults.format', `"${value}" is not one of ${FORMATS.join(', ')}`);
  },
  'defaults.limit': (value: string) => {
    if (!/^-?\d{1,9}$/.test(value)) throw invalid('defaults.limit', `"${value}" is not a number`);
    const limit = Number(value);
    if (limit >= 1 && limit <= LARGEST_LIMIT) return limit;
    throw invalid('defaults.limit', `${limit} out of range [1..${LARGEST_LIMIT}]`);
  },
  'state.current_app': (value: string) => value,
} as const;

export type SettingKey = keyof typeof READERS;

export const SETTING_KEYS = Object.keys(READERS) as SettingKey[];

/** @throws {Failure} `config_invalid_key` */
export function readSettingKey(typed: string): SettingKey {
  const key = SETTING_KEYS.find((known) => known === typed);
  if (key !== undefined) return key;
  throw new Failure('config_invalid_key', `unknown config key "${typed}" (known: ${SETTING_KEYS.join(', ')})`);
}

/** @throws {Failure} `config_invalid_value` */
export function readSettingValue(key: SettingKey, typed: string): string | number {
  return READERS[key](typed);
}

function invalid(key: string, what: string): Failure {
  return new Failure('config_invalid_value', `${key}: ${what}`);
}
