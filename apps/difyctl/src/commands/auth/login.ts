import { createClient } from '@latchkey/sdk';
import { bearerClient } from '../../bearer/bearer-client.ts';
import { defineCommand } from '../../command-line/command.ts';
import { describeSubject } from '../../contexts/describe-subject.ts';
import type { StoredAccount } from '../../contexts/hosts.ts';
import type { Shell } from '../../shell.ts';
import { chooseHost } from '../../sign-in/choose-host.ts';
import { keepSignIn } from '../../sign-in/keep-sign-in.ts';
import type { DifyHost } from '../../sign-in/parse-host.ts';
import { pollForApproval } from '../../sign-in/poll-for-approval.ts';
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
      insecure: { type: 'boolean', description: 'Allow http:// (local development only)' },
    },
    examples: ['difyctl auth login --host https://dify.example.com', 'difyctl auth login --no-browser'],
    agentGuide: 'Needs a person at a browser. Show them standard error, which carries the code, and wait for the exit.',
  },
  async (options, shell) => {
    const host = await chooseHost(options, shell);
    await shell.contexts.read(); // A file that cannot be read is found before the person approves anything.
    const send = shell.send({ retries: 0, timeoutSeconds: 30 });
    const client = createClient({ base: host.baseUrl, send });
    const grant = await requestCode(client, shell.machine);
    await showCode(grant, { browser: !options['no-browser'], insecure: options.insecure }, shell);
    const { yellow } = paintFor(shell, shell.err);
    const approval = await withSpinner(shell, 'Waiting for authorization', (say) =>
      pollForApproval({
        client,
        clock: shell.clock,
        grant,
        onTrouble: (what) => say(`${yellow('!')} no answer to the poll (${what}); trying again until the code expires`),
      }),
    );
    const stored = await keepSignIn(approval, host, shell, bearerClient(host.baseUrl, approval.token, send));
    tell(stored, host, shell);
  },
);

function tell(stored: StoredAccount, { host }: DifyHost, shell: Shell): void {
  const { green, bold } = paintFor(shell, shell.out);
  const { email, name } = stored.account;
  const subject = stored.externalSubject ? describeSubject(stored) : `${bold(printable(email))} (${printable(name)})`;
  shell.out.write(`${green('✓')} Logged in to ${host} as ${subject}\n`);
  if (stored.workspace !== undefined) shell.out.write(`  Workspace: ${printable(stored.workspace.name)}\n`);
}
