import { defineCommand } from '../../command-line/command.ts';

export const configPath = defineCommand(
  {
    summary: 'Print where the settings lie',
    description: 'The file need not exist.',
    effect: 'read',
    flags: {},
    examples: ['difyctl config path'],
  },
  async (_, { out, settings }) => out.write(`${settings.path}\n`),
);
