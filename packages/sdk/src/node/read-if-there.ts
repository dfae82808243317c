import { readFileSync } from 'node:fs';
import { hasCode } from './has-code.ts';

/** A file's text; `undefined` when there is no such file. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
