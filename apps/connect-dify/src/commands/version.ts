import { askVersion, ConnectError } from '@latchkey/sdk/connect';
import { bindPositions } from '../parameters.ts';
import { printFacts } from '../print.ts';
import type { Invocation } from '../shell.ts';
import { transportOf } from '../transport-of.ts';

/** Asks a server for its version; needs no session. */
export async function versionCommand({ parameters: written, shell }: Invocation): Promise<void> {
  const invocation = { parameters: bindPositions(written, ['server']), shell };
  const named = invocation.parameters.text('server') ?? shell.env.PSDIFY_URL;
  const server = named || (await shell.sessions.load())?.server;
  if (server === undefined) throw new ConnectError('server_required', 'Server URL is required');
  const { text: version, hasPlugins: pluginSupport } = await askVersion(server, transportOf(invocation));
  printFacts(invocation, { server, version, pluginSupport });
}
