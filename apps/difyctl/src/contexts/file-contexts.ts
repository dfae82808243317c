import { yamlFile } from '../files/yaml-file.ts';
import type { Clock } from '../shell.ts';
import type { ContextStore } from './context-store.ts';
import { readHosts, writeHosts } from './hosts-file.ts';

/** Contexts in `hosts.yml`. */
export function fileContexts(path: string, clock: Clock): ContextStore {
  const file = yamlFile({ path, clock, read: readHosts, write: writeHosts });
  return { read: file.load, update: file.change };
}
