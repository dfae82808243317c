import { currentWorkspace, listWorkspaces, switchWorkspace } from '@latchkey/sdk/connect';
import { keptSession } from '../kept-session.ts';
import { Misuse } from '../misuse.ts';
import { printFacts, printRows } from '../print.ts';
import { refuseMore } from '../refuse-more.ts';
import type { Invocation } from '../shell.ts';

/** Lists the workspaces of the person, shows the current one, switches to another. */
export async function workspacesCommand(invocation: Invocation): Promise<void> {
  const [verb = 'list', ...words] = invocation.parameters.words;
  const [wanted, ...more] = words;
  switch (verb.toLowerCase()) {
    case 'list':
      refuseMore(words);
      return list(invocation);
    case 'current':
      refuseMore(words);
      return printFacts(invocation, { ...(await currentWorkspace(await keptSession(invocation))) });
    case 'switch':
      refuseMore(more);
      return switchTo(invocation, wanted);
    default:
      throw new Misuse(`workspaces takes list, current or switch, not ${verb}.`);
  }
}

async function list(invocation: Invocation): Promise<void> {
  const workspaces = await listWorkspaces(await keptSession(invocation));
  printRows(
    invocation,
    workspaces.map((workspace) => ({ ...workspace })),
    ['name', 'current', 'status', 'id'],
  );
}

/** By name or id; two of one name are told apart by their ids. */
async function switchTo(invocation: Invocation, wanted: string | undefined): Promise<void> {
  if (wanted === undefined) throw new Misuse('workspaces switch needs a name or an id.');
  const session = await keptSession(invocation);
  const workspaces = await listWorkspaces(session);
  const named = workspaces.filter(({ id, name }) => id === wanted || name === wanted);
  const [target, another] = named;
  if (target === undefined) throw new Misuse(`There is no workspace ${wanted}.`);
  if (another !== undefined) {
    throw new Misuse(`Several workspaces are called ${wanted}: ${named.map(({ id }) => id).join(', ')}. Name an id.`);
  }
  printFacts(invocation, { ...(await switchWorkspace(session, target.id)) });
}
