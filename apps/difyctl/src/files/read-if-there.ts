import { readFileSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { hasCode } from './has-code.ts';

/**
 * A file's text; `undefined` when there is no such file.
 *
 * @throws {Failure} `client_error` when it cannot be read
 */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Failure(
      'client_error',
      `cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}
