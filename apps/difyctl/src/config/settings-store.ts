import type { Settings } from './settings.ts';

/** Keeps the settings of `config`. */
export interface SettingsStore {
  /** Where they lie. */
  readonly path: string;
  /** @throws {Failure} `config_schema_unsupported` */
  read(): Promise<Settings>;
  /** Waits for concurrent changes, so that none is lost. @throws {Failure} `config_schema_unsupported` */
  update(change: (settings: Settings) => void): Promise<void>;
}
