import { withFileLock } from '@latchkey/sdk/node/file-lock';
import { Failure } from '../failure.ts';
import { hasCode } from './has-code.ts';
import { readIfThere } from './read-if-there.ts';
import { writeAtomically } from './write-atomically.ts';
import { WrongShape } from './wrong-shape.ts';
import { formatYaml, parseYaml } from './yaml.ts';

interface Form<Content> {
  readonly path: string;
  /** Makes sense of what the file holds, `undefined` when there is none. @throws {WrongShape} */
  readonly read: (parsed: unknown) => Content;
  readonly write: (content: Content) => unknown;
  /** Its lines are never shown. */
  readonly isSecret?: boolean;
}

/** A YAML file that several processes read and change at once. */
export interface YamlFile<Content> {
  /** Takes no lock and needs no right to write; sees the content before or after a change, never between. */
  load(): Promise<Content>;
  /** Lets `change` alter the newest content and keeps it. Waits for concurrent changes, so that none is lost. */
  change<Result>(change: (content: Content) => Result | Promise<Result>): Promise<Result>;
}

export function yamlFile<Content>({ path, read, write, isSecret = false }: Form<Content>): YamlFile<Content> {
  const parse = async (source: string | undefined) => {
    try {
      return read(source === undefined ? undefined : await parseYaml(source, { path, isSecret }));
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      throw new Failure('client_error', `${path}: ${error.message}`, {
        hint: `correct it, or remove ${path}`,
        cause: error,
      });
    }
  };
  return {
    load: () => parse(readIfThere(path)),
    async change(change) {
      await import('yaml'); // Loaded before the lock is taken, so that others wait less.
      return withFileLock(path, async (assertHeld) => {
        const source = readIfThere(path);
        const content = await parse(source);
        const result = await change(content);
        const changed = await formatYaml(write(content));
        assertHeld();
        if (changed !== source) writeAtomically(path, changed);
        return result;
      }).catch((error: unknown) => {
        if (!isRefusedBySystem(error)) throw error;
        throw new Failure('client_error', `cannot write ${path}: ${error.message}`, { cause: error });
      });
    },
  };
}

function isRefusedBySystem(error: unknown): error is Error {
  return hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EISDIR');
}
