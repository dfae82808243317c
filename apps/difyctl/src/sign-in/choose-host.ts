import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { isInteractive } from '../terminal/is-interactive.ts';
import { paintFor } from '../terminal/paint.ts';
import { type DifyHost, parseHost } from './parse-host.ts';

const DEFAULT = 'https://cloud.dify.ai';

interface Wish {
  readonly host: string | undefined;
  readonly insecure: boolean;
}

/** The host a flag names, else the one a person types. */
export async function chooseHost({ host, insecure }: Wish, shell: Shell): Promise<DifyHost> {
  if (host !== undefined && host.trim() !== '') return parseHost(host, { insecure });
  if (isInteractive(shell)) return askForHost(insecure, shell);
  throw new Failure('usage_missing_arg', '--host is required (no TTY)', {
    hint: "pass the host explicitly, e.g. 'difyctl auth login --host cloud.dify.ai'",
  });
}

async function askForHost(insecure: boolean, shell: Shell): Promise<DifyHost> {
  const example = insecure ? 'https://cloud.dify.ai or http://localhost' : 'https://your-dify.com';
  for (;;) {
    shell.err.write(`Enter Dify host URL (e.g. ${example}) [default: ${DEFAULT}]: `);
    const typed = await shell.input.readLine();
    if (typed === undefined) {
      shell.err.write('\n');
      throw new Failure('usage_missing_arg', 'input closed before a valid value was provided');
    }
    try {
      return parseHost(/^\s*(y|yes)?\s*$/i.test(typed) ? DEFAULT : typed, { insecure });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const hint = error.hint === undefined ? '' : ` — ${error.hint}`;
      shell.err.write(`  ${paintFor(shell, shell.err).red('✗')} ${error.message}${hint}\n`);
    }
  }
}
