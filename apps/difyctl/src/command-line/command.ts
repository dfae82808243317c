import type { Shell } from '../shell.ts';
import type { Flags, FlagValues } from './flag.ts';
import { parseWords } from './parse-words.ts';

export interface Argument {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
}

/** What help, completion and the reference know of a command. */
export interface Declaration<F extends Flags = Flags> {
  readonly summary: string;
  readonly description: string;
  /** `read` leaves files and server as they are. */
  readonly effect: 'read' | 'write';
  readonly args?: readonly Argument[];
  readonly flags: F;
  readonly examples: readonly string[];
  /** What a program that drives difyctl must know beyond the description. */
  readonly agentGuide?: string;
}

export interface Command {
  readonly declaration: Declaration;
  /** Runs the command with the words that follow its name. */
  start(words: readonly string[], shell: Shell): Promise<void>;
}

type Run<F extends Flags> = (options: FlagValues<F>, shell: Shell, args: readonly string[]) => Promise<void>;

/**
 * Binds a command's declaration to its deed.
 *
 * @example
 * export const logout = defineCommand({ summary: 'Sign out', …, flags: {} }, async (_, shell) => { … });
 */
export function defineCommand<const F extends Flags>(declaration: Declaration<F>, run: Run<F>): Command {
  return {
    declaration,
    async start(words, shell) {
      const { options, args } = parseWords(declaration, words);
      await run(options, shell, args);
    },
  };
}
