import { defineCommand } from '../../command-line/command.ts';
import { useHost } from '../../contexts/change-contexts.ts';
import type { Hosts } from '../../contexts/hosts.ts';
import { notLoggedIn } from '../../contexts/require-active-context.ts';
import { sameHost } from '../../contexts/same-host.ts';
import { Failure } from '../../failure.ts';
import type { Shell } from '../../shell.ts';
import { isInteractive } from '../../terminal/is-interactive.ts';
import { paintFor } from '../../terminal/paint.ts';
import { pick } from '../../terminal/pick.ts';

export const host = defineCommand(
  {
    summary: 'Switch the active host',
    description: 'Chooses among the hosts that are signed in to. Asks no server; to add a host, run auth login.',
    effect: 'write',
    flags: {
      domain: {
        type: 'string',
        value: 'host',
        description: 'The stored host, without a scheme. Picked from a list in a terminal, required elsewhere',
      },
    },
    examples: ['difyctl use host --domain dify.example.com'],
  },
  async ({ domain }, shell) => {
    const hosts = await shell.contexts.read();
    if (hosts.byName.size === 0) throw notLoggedIn();
    const typed = domain || (await pickHost(hosts, shell));
    const chosen = [...hosts.byName.keys()].find((known) => sameHost(known, typed));
    if (chosen === undefined) {
      throw new Failure('usage_invalid_flag', `unknown host "${typed}"; known hosts: ${names(hosts)}`);
    }
    await shell.contexts.update((newest) => useHost(newest, chosen));
    shell.out.write(`${paintFor(shell, shell.out).green('✓')} Active host is now ${chosen}\n`);
  },
);

async function pickHost(hosts: Hosts, shell: Shell): Promise<string> {
  if (!isInteractive(shell)) {
    throw new Failure('usage_missing_arg', `--domain is required (no TTY); known hosts: ${names(hosts)}`);
  }
  const choices = [...hosts.byName].map(([name, { accounts }]) => ({
    label: `${name === hosts.currentHost ? '*' : ' '} ${name}  (${accounts.size} account${accounts.size === 1 ? '' : 's'})`,
    value: name,
  }));
  return pick(shell, 'Select a host', choices);
}

function names({ byName }: Hosts): string {
  return [...byName.keys()].join(', ');
}
