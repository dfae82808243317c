import { fileURLToPath } from 'node:url';

/** The absolute path of something in the repository. */
export function inHouse(...path: readonly string[]): string {
  return fileURLToPath(new URL(['..', ...path].join('/'), import.meta.url));
}
