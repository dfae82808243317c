import { askWho } from '../../bearer/ask-who.ts';
import { type BearerSession, openBearerSession } from '../../bearer/open-bearer-session.ts';
import { defineCommand } from '../../command-line/command.ts';
import { describeSubject } from '../../contexts/describe-subject.ts';
import { Failure } from '../../failure.ts';
import { chooseRetries, HTTP_RETRY_FLAG } from '../../http/retries.ts';
import type { Subject } from '../../sign-in/read-answers.ts';
import { paintFor } from '../../terminal/paint.ts';
import { printable } from '../../terminal/printable.ts';

export const status = defineCommand(
  {
    summary: 'Ask the server whether the session still lives',
    description:
      'Unlike whoami, asks the server, and shows where the token lies and when it ends. Exits 4 when it is over.',
    effect: 'read',
    flags: {
      json: { type: 'boolean', description: 'JSON instead of the lines' },
      'http-retry': HTTP_RETRY_FLAG,
    },
    examples: ['difyctl auth status', 'difyctl auth status --json || difyctl auth login --host dify.example.com'],
    agentGuide: 'Exit 0 means that the next command will be let in, 4 that a person has to sign in.',
  },
  async ({ json, 'http-retry': retries }, shell) => {
    const session = await openBearerSession(shell, chooseRetries(retries, shell.env));
    const subject = await askSubject(session);
    const facts = factsOf(session, subject);
    if (json) {
      shell.out.write(`${JSON.stringify(facts)}\n`);
      return;
    }
    const { green } = paintFor(shell, shell.out);
    const lines = [
      `${green('✓')} Signed in to ${session.host} as ${describeSubject(subject)}`,
      ...(facts.workspace === undefined ? [] : [`  Workspace: ${printable(facts.workspace)}`]),
      `  Token: ${WORDS[facts.token_storage]}`,
      ...(facts.expires_at === undefined ? [] : [`  Expires: ${printable(facts.expires_at)}`]),
    ];
    shell.out.write(`${lines.join('\n')}\n`);
  },
);

const WORDS = { environment: 'DIFY_TOKEN', file: 'file', keychain: 'OS keychain' } as const;

/** An external user's token is let in, but not to the route that would tell who they are. */
async function askSubject({ client, context }: BearerSession): Promise<Subject> {
  try {
    return await askWho(client);
  } catch (error) {
    const stored = context?.stored;
    if (!(error instanceof Failure) || error.answer?.status !== 403 || !stored?.externalSubject) throw error;
    return { account: stored.account, externalSubject: stored.externalSubject, workspace: undefined };
  }
}

function factsOf({ host, context }: BearerSession, { account, externalSubject, workspace }: Subject) {
  return {
    host,
    account: externalSubject?.email ?? account.email,
    name: account.name,
    workspace: workspace?.name,
    token_storage: context?.tokenStorage ?? ('environment' as const),
    expires_at: context?.stored.expiresAt,
  };
}
