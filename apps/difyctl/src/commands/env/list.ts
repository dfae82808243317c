import { defineCommand } from '../../command-line/command.ts';
import { VARIABLES, type Variable } from '../../environment.ts';
import { table } from '../../terminal/table.ts';

export const envList = defineCommand(
  {
    summary: 'List the environment variables and their values',
    description: 'A secret is shown as <set> or <unset>. See also: difyctl help environment.',
    effect: 'read',
    flags: { json: { type: 'boolean', description: 'JSON instead of the table' } },
    examples: ['difyctl env list', 'difyctl env list --json'],
  },
  async ({ json }, { env, out }) => {
    const rows = VARIABLES.map((variable) => ({ ...variable, value: shownValue(variable, env) }));
    if (json) {
      const ordered = rows.map(({ name, description, sensitive, value }) => ({ name, description, sensitive, value }));
      out.write(`${JSON.stringify(ordered, null, 2)}\n`);
      return;
    }
    const cells = rows.map(({ name, value, description }) => [name, value, description]);
    out.write(table([['NAME', 'VALUE', 'DESCRIPTION'], ...cells]));
  },
);

function shownValue({ name, sensitive }: Variable, env: (name: string) => string | undefined): string {
  const value = env(name);
  if (value === undefined) return '<unset>';
  return sensitive ? '<set>' : value;
}
