import { bearerClient } from '../../bearer/bearer-client.ts';
import { forgetContext, tellNext } from '../../bearer/forget-context.ts';
import { defineCommand } from '../../command-line/command.ts';
import type { Context } from '../../contexts/context.ts';
import { assertPinned } from '../../contexts/folder-pin.ts';
import { requireActiveContext } from '../../contexts/require-active-context.ts';
import type { Shell } from '../../shell.ts';
import { paintFor } from '../../terminal/paint.ts';
import { printable } from '../../terminal/printable.ts';
import { tellDone, withSpinner } from '../../terminal/with-spinner.ts';

const TIMEOUT_SECONDS = 30;
const LABEL = 'Signing out';

export const logout = defineCommand(
  {
    summary: 'Sign out of the active context',
    description:
      'Ends the session on the server, then removes its token and context from this machine. The local part happens whatever the server says. Other contexts stay; one of them becomes the active one.',
    effect: 'write',
    flags: {},
    examples: ['difyctl auth logout'],
  },
  async (_, shell) => {
    const context = requireActiveContext(await shell.contexts.read());
    await assertPinned(context, shell);
    const next = await withSpinner(shell, LABEL, async (say) => {
      const problem = await revoke(context, shell);
      const { yellow } = paintFor(shell, shell.err);
      if (problem !== undefined) {
        say(`${yellow('!')} server revoke failed (${printable(problem)}); local credentials cleared anyway`);
      }
      return forgetContext(context, shell);
    });
    shell.out.write(`${paintFor(shell, shell.out).green('✓')} Logged out of ${context.host}\n`);
    tellDone(shell, LABEL);
    tellNext(next, shell);
  },
);

/** What went wrong, if anything did. A token that cannot be read, or that no server route takes, ends nothing. */
async function revoke(context: Context, shell: Shell): Promise<string | undefined> {
  const { baseUrl, host, email, tokenStorage, stored } = context;
  const token = await shell.secrets
    .at(tokenStorage)
    .read(host, email)
    .catch(() => undefined);
  if (token === undefined || !/^dfo[ae]_/.test(token)) return undefined;
  const send = shell.send({ retries: 0, timeoutSeconds: TIMEOUT_SECONDS, insecure: stored.insecure ?? false });
  const client = bearerClient(baseUrl, token, send);
  return client.call('DELETE /openapi/v1/account/sessions/self', {}).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
