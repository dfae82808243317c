import { openBearerSession } from '../../bearer/open-bearer-session.ts';
import { defineCommand } from '../../command-line/command.ts';

export const token = defineCommand(
  {
    summary: 'Print the token of the active context',
    description: 'For other tools that call the same server. Whoever has the token can act as you until it is revoked.',
    effect: 'read',
    flags: {},
    examples: ['curl -H "Authorization: Bearer $(difyctl auth token)" https://dify.example.com/openapi/v1/account'],
    agentGuide: 'Standard output is a secret: pass it on without showing or keeping it.',
  },
  async (_, shell) => {
    const session = await openBearerSession(shell, 0);
    shell.out.write(`${session.token}\n`);
  },
);
