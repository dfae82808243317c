import { createClient, type Send } from '@latchkey/sdk';
import { askWho } from '../../bearer/ask-who.ts';
import { bearerClient } from '../../bearer/bearer-client.ts';
import { defineCommand } from '../../command-line/command.ts';
import { describeSubject } from '../../contexts/describe-subject.ts';
import type { StoredAccount } from '../../contexts/hosts.ts';
import { Failure } from '../../failure.ts';
import type { Shell } from '../../shell.ts';
import { chooseHost } from '../../sign-in/choose-host.ts';
import { keepSignIn } from '../../sign-in/keep-sign-in.ts';
import type { DifyHost } from '../../sign-in/parse-host.ts';
import { pollForApproval } from '../../sign-in/poll-for-approval.ts';
import type { Approval } from '../../sign-in/read-answers.ts';
import { requestCode } from '../../sign-in/request-code.ts';
import { showCode } from '../../sign-in/show-code.ts';
import { paintFor } from '../../terminal/paint.ts';
import { printable } from '../../terminal/printable.ts';
import { withSpinner } from '../../terminal/with-spinner.ts';

export const login = defineCommand(
  {
    summary: 'Sign in to a Dify host',
    description:
      'Prints a one-time code and the address to enter it at, opens a browser there and waits for the approval (OAuth 2.0 device flow). The password is never seen here. Signing in again replaces the stored token.',
    effect: 'write',
    flags: {
      host: {
        type: 'string',
        value: 'url',
        description: 'The Dify host; https:// where no scheme is given. Asked for in a terminal, required elsewhere',
      },
      'no-browser': { type: 'boolean', description: 'Print the address only' },
      insecure: {
        type: 'boolean',
        description: 'Allow http:// and certificates that nobody vouches for (local development only)',
      },
      'with-token': { type: 'boolean', description: 'Take a token from standard input instead of asking a person' },
    },
    examples: [
      'difyctl auth login --host https://dify.example.com',
      'difyctl auth login --no-browser',
      'difyctl auth login --host https://dify.example.com --with-token < token.txt',
    ],
    agentGuide: 'Needs a person at a browser. Show them standard error, which carries the code, and wait for the exit.',
  },
  async (options, shell) => {
    const host = await chooseHost(options, shell);
    await shell.contexts.read(); // A file that cannot be read is found before the person approves anything.
    const send = shell.send({ retries: 0, timeoutSeconds: 30, insecure: host.insecure });
    if (options['with-token']) return takeToken(host, send, shell);
    const approval = await waitForApproval(host, send, options, shell);
    const client = bearerClient(host.baseUrl, approval.token, send);
    // A session that nobody can use must not stay alive on the server.
    const giveUp = () => client.call('DELETE /openapi/v1/account/sessions/self', {});
    tell(await keepSignIn(approval, host, shell, giveUp), host, shell);
  },
);

interface Wish {
  readonly 'no-browser': boolean;
  readonly insecure: boolean;
}

async function waitForApproval(host: DifyHost, send: Send, wish: Wish, shell: Shell): Promise<Approval> {
  const client = createClient({ base: host.baseUrl, send });
  const grant = await requestCode(client, shell.machine);
  await showCode(grant, { browser: !wish['no-browser'], insecure: wish.insecure }, shell);
  const { yellow } = paintFor(shell, shell.err);
  return withSpinner(shell, 'Waiting for authorization', (say) =>
    pollForApproval({
      client,
      clock: shell.clock,
      grant,
      onTrouble: (what) => say(`${yellow('!')} no answer to the poll (${what}); trying again until the code expires`),
    }),
  );
}

/** Stores a token that was made elsewhere, if the server takes it. */
async function takeToken(host: DifyHost, send: Send, shell: Shell): Promise<void> {
  const token = (await shell.input.readAll()).trim();
  if (token === '') throw new Failure('usage_missing_arg', 'no token on standard input');
  const subject = await askWho(bearerClient(host.baseUrl, token, send));
  const approval = { ...subject, token, tokenId: undefined, expiresAt: undefined };
  tell(await keepSignIn(approval, host, shell, async () => undefined), host, shell);
}

function tell(stored: StoredAccount, { host }: DifyHost, shell: Shell): void {
  const { green, bold } = paintFor(shell, shell.out);
  const { email, name } = stored.account;
  const subject = stored.externalSubject ? describeSubject(stored) : `${bold(printable(email))} (${printable(name)})`;
  shell.out.write(`${green('✓')} Logged in to ${host} as ${subject}\n`);
  if (stored.workspace !== undefined) shell.out.write(`  Workspace: ${printable(stored.workspace.name)}\n`);
}
