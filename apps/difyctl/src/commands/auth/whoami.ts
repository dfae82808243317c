import { defineCommand } from '../../command-line/command.ts';
import { describeSubject } from '../../contexts/describe-subject.ts';
import type { StoredAccount } from '../../contexts/hosts.ts';
import { requireActiveContext } from '../../contexts/require-active-context.ts';
import { chooseRetries } from '../../http/retries.ts';
import type { Shell } from '../../shell.ts';

export const whoami = defineCommand(
  {
    summary: 'Show who the active context belongs to',
    description:
      'Reads the stored context and asks no server: it says which identity is active, not whether its session still lives. Only with DIFY_TOKEN, which no context belongs to, it asks.',
    effect: 'read',
    flags: { json: { type: 'boolean', description: 'JSON instead of the line' } },
    examples: ['difyctl auth whoami', 'difyctl auth whoami --json'],
    agentGuide: 'Exit 4 means that nobody is signed in.',
  },
  async ({ json }, shell) => {
    const subject = await findSubject(shell);
    shell.out.write(`${json ? JSON.stringify(identity(subject)) : describeSubject(subject)}\n`);
  },
);

type Identity = Pick<StoredAccount, 'account' | 'externalSubject'>;

async function findSubject(shell: Shell): Promise<Identity> {
  if (shell.env('DIFY_TOKEN') === undefined) return requireActiveContext(await shell.contexts.read()).stored;
  const { askWho } = await import('../../bearer/ask-who.ts');
  const { openBearerSession } = await import('../../bearer/open-bearer-session.ts');
  const { client } = await openBearerSession(shell, chooseRetries(undefined, shell.env));
  return askWho(client);
}

function identity({ account, externalSubject }: Identity): unknown {
  return externalSubject === undefined ? account : { subject_type: 'external_sso', ...externalSubject };
}
