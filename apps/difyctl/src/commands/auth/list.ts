import { defineCommand } from '../../command-line/command.ts';
import { type Context, listContexts } from '../../contexts/context.ts';
import { printable } from '../../terminal/printable.ts';
import { table } from '../../terminal/table.ts';

export const list = defineCommand(
  {
    summary: 'List the stored contexts',
    description: 'Shows every stored host and account pair and marks the active one. Asks no server.',
    effect: 'read',
    flags: {
      output: {
        type: 'string',
        char: 'o',
        value: 'format',
        options: ['json', 'yaml', 'name'],
        description: 'Another format than the table; name prints the mail addresses',
      },
    },
    examples: ['difyctl auth list', 'difyctl auth list -o json'],
  },
  async ({ output }, { contexts, out }) => {
    const all = listContexts(await contexts.read());
    if (output === 'name') out.write(`${all.map(({ email }) => printable(email)).join('\n')}\n`);
    else if (output === 'json') out.write(`${JSON.stringify({ contexts: all.map(row) }, null, 2)}\n`);
    else if (output === 'yaml') out.write(await toYaml({ contexts: all.map(row) }));
    else out.write(table([['HOST', 'ACCOUNT', 'ACTIVE'], ...all.map(cells)]));
  },
);

function row({ host, email, stored, active }: Context): unknown {
  return { host, account: email, name: stored.account.name, active };
}

function cells({ host, email, stored, active }: Context): string[] {
  const { name } = stored.account;
  return [host, name === '' ? email : `${email} (${name})`, active ? '*' : ''];
}

async function toYaml(content: unknown): Promise<string> {
  return (await import('../../files/yaml.ts')).formatYaml(content);
}
