import { type Command, defineCommand } from '../command-line/command.ts';
import type { CommandTree } from '../command-line/command-tree.ts';
import { candidates } from '../completion/candidates.ts';
import { SCRIPTS } from '../completion/scripts.ts';
import { Failure } from '../failure.ts';

/** Completion of a tree of commands, of which it is one itself. */
export function completionOf(tree: CommandTree): Command {
  return defineCommand(
    {
      summary: 'Print a script that completes words in your shell',
      description: 'Load it where your shell starts. What it offers follows the commands and your contexts.',
      effect: 'read',
      args: [{ name: 'shell', required: true, description: 'bash, zsh, fish or powershell' }],
      flags: {
        word: {
          type: 'string',
          value: 'word',
          description: 'The word being typed; the scripts pass it with "candidates"',
        },
      },
      examples: [
        'eval "$(difyctl completion bash)"',
        'eval "$(difyctl completion zsh)"',
        'difyctl completion fish > ~/.config/fish/completions/difyctl.fish',
        'difyctl completion powershell | Out-String | Invoke-Expression',
      ],
    },
    async ({ word = '' }, shell, [name = '', ...before]) => {
      if (name === 'candidates') {
        const found = await candidates(tree, { before, word }, shell);
        shell.out.write(found.map((candidate) => `${candidate}\n`).join(''));
        return;
      }
      const script = Object.entries(SCRIPTS).find(([known]) => known === name)?.[1];
      if (script === undefined) {
        throw new Failure('illegal_argument', `no completion for the shell "${name}"`, {
          hint: `supported value: ${Object.keys(SCRIPTS).join(', ')}`,
        });
      }
      shell.out.write(script);
    },
  );
}
