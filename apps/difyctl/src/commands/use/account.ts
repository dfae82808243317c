import { readToken } from '../../bearer/read-token.ts';
import { defineCommand } from '../../command-line/command.ts';
import { useAccount } from '../../contexts/change-contexts.ts';
import { type Context, listContexts } from '../../contexts/context.ts';
import { notLoggedIn } from '../../contexts/require-active-context.ts';
import { Failure } from '../../failure.ts';
import type { Shell } from '../../shell.ts';
import { isInteractive } from '../../terminal/is-interactive.ts';
import { paintFor } from '../../terminal/paint.ts';
import { pick } from '../../terminal/pick.ts';
import { printable } from '../../terminal/printable.ts';

export const account = defineCommand(
  {
    summary: 'Switch the active account on the current host',
    description: 'Chooses among the accounts that are signed in on the current host. Asks no server.',
    effect: 'write',
    flags: {
      email: {
        type: 'string',
        value: 'email',
        description: 'The stored account. Picked from a list in a terminal, required elsewhere',
      },
    },
    examples: ['difyctl use account --email ann@example.com'],
  },
  async ({ email }, shell) => {
    const hosts = await shell.contexts.read();
    const known = listContexts(hosts).filter(({ host }) => host === hosts.currentHost);
    const [first] = known;
    if (first === undefined) throw notLoggedIn("run 'difyctl use host' or 'difyctl auth login'");
    const chosen = email || (await pickAccount(first.host, known, shell));
    const context = known.find((it) => it.email === chosen);
    if (context === undefined) {
      throw new Failure('usage_invalid_flag', `unknown account "${chosen}" on ${first.host}; known: ${emails(known)}`);
    }
    await readToken(context, shell);
    await shell.contexts.update((newest) => useAccount(newest, context));
    const { green } = paintFor(shell, shell.out);
    shell.out.write(`${green('✓')} Active account on ${context.host} is now ${printable(chosen)}\n`);
  },
);

async function pickAccount(host: string, known: readonly Context[], shell: Shell): Promise<string> {
  if (!isInteractive(shell)) {
    throw new Failure('usage_missing_arg', `--email is required (no TTY); known accounts on ${host}: ${emails(known)}`);
  }
  return pick(shell, `Select an account on ${host}`, known.map(toChoice));
}

function toChoice({ email, stored, active }: Context): { label: string; value: string } {
  const name = stored.externalSubject === undefined ? stored.account.name : 'SSO';
  return { label: `${active ? '*' : ' '} ${email}${name === '' ? '' : `  (${name})`}`, value: email };
}

function emails(known: readonly Context[]): string {
  return known.map(({ email }) => email).join(', ');
}
