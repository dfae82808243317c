import type { Client } from '@latchkey/sdk';
import { openBearerSession } from '../../bearer/open-bearer-session.ts';
import { defineCommand } from '../../command-line/command.ts';
import { setWorkspace } from '../../contexts/change-contexts.ts';
import { Failure } from '../../failure.ts';
import { chooseRetries, HTTP_RETRY_FLAG } from '../../http/retries.ts';
import type { Shell } from '../../shell.ts';
import { isInteractive } from '../../terminal/is-interactive.ts';
import { paintFor } from '../../terminal/paint.ts';
import { pick } from '../../terminal/pick.ts';
import { printable } from '../../terminal/printable.ts';
import { tellDone, withSpinner } from '../../terminal/with-spinner.ts';

export const workspace = defineCommand(
  {
    summary: 'Switch the current workspace',
    description: 'On the server, for the account everywhere; then in the stored context.',
    effect: 'write',
    args: [
      {
        name: 'id',
        required: false,
        description: 'The workspace. Picked from a list in a terminal, required elsewhere',
      },
    ],
    flags: { 'http-retry': HTTP_RETRY_FLAG },
    examples: ['difyctl use workspace 0191b1f0-0000-7000-8000-00000000acee'],
  },
  async ({ 'http-retry': retries }, shell, [typed]) => {
    const { client, context } = await openBearerSession(shell, chooseRetries(retries, shell.env));
    const id = typed || (await pickWorkspace(client, shell));
    const label = `Switching to ${printable(id)}`;
    const route = 'POST /openapi/v1/workspaces/{workspace_id}/switch';
    const switched = await withSpinner(shell, label, () => client.call(route, { params: { workspace_id: id } }));
    tellDone(shell, label);
    const { name, role } = switched;
    if (context) await shell.contexts.update((hosts) => setWorkspace(hosts, context, { id: switched.id, name, role }));
    shell.out.write(`${paintFor(shell, shell.out).green('✓')} Switched to ${printable(`${name} (${switched.id})`)}\n`);
  },
);

const LABEL = 'Loading workspaces';

async function pickWorkspace(client: Client, shell: Shell): Promise<string> {
  if (!isInteractive(shell)) {
    throw new Failure('usage_missing_arg', 'a workspace id is required (no TTY)', {
      hint: "pass the id: 'difyctl use workspace <id>'",
    });
  }
  const { workspaces } = await withSpinner(shell, LABEL, () => client.call('GET /openapi/v1/workspaces', {}));
  tellDone(shell, LABEL);
  if (workspaces.length === 0) throw new Failure('access_denied', 'no workspaces available to switch to');
  const choices = workspaces.map(({ id, name, role, current }) => ({
    label: `${current ? '*' : ' '} ${name} (${role})`,
    value: id,
  }));
  return pick(shell, 'Select a workspace', choices);
}
