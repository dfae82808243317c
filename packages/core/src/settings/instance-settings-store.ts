import type { InstanceSettings } from './instance-settings.ts';

export interface VersionedSettings {
  readonly settings: InstanceSettings;
  /** Rises with every change. */
  readonly version: number;
}

export interface InstanceSettingsStore {
  /** The stored settings, or the default ones. */
  get(): Promise<VersionedSettings>;
  /** Keeps settings that were made from `version`; false when they were changed in the meantime. */
  set(settings: InstanceSettings, version: number): Promise<boolean>;
}
