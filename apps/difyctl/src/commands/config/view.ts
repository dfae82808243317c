import { defineCommand } from '../../command-line/command.ts';

export const configView = defineCommand(
  {
    summary: 'Print all settings',
    description: 'One key = value a line; nothing when there are none.',
    effect: 'read',
    flags: { json: { type: 'boolean', description: 'One JSON object' } },
    examples: ['difyctl config view', 'difyctl config view --json'],
  },
  async ({ json }, { out, settings }) => {
    const all = [...(await settings.read())];
    if (json) out.write(`${JSON.stringify(Object.fromEntries(all))}\n`);
    else out.write(all.map(([key, value]) => `${key} = ${value}\n`).join(''));
  },
);
