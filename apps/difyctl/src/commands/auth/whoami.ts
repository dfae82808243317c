import { defineCommand } from '../../command-line/command.ts';
import { describeSubject } from '../../contexts/describe-subject.ts';
import type { StoredAccount } from '../../contexts/hosts.ts';
import { requireActiveContext } from '../../contexts/require-active-context.ts';

export const whoami = defineCommand(
  {
    summary: 'Show who the active context belongs to',
    description:
      'Reads the stored context and asks no server: it says which identity is active, not whether its session still lives.',
    effect: 'read',
    flags: { json: { type: 'boolean', description: 'JSON instead of the line' } },
    examples: ['difyctl auth whoami', 'difyctl auth whoami --json'],
    agentGuide: 'Exit 4 means that nobody is signed in.',
  },
  async ({ json }, { contexts, out }) => {
    const { stored } = requireActiveContext(await contexts.read());
    out.write(`${json ? JSON.stringify(identity(stored)) : describeSubject(stored)}\n`);
  },
);

function identity({ account, externalSubject }: StoredAccount): unknown {
  return externalSubject === undefined ? account : { subject_type: 'external_sso', ...externalSubject };
}
