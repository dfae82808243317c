import { initialize } from '@latchkey/sdk/connect';
import { optionsOf } from '../options-of.ts';
import type { Invocation } from '../shell.ts';
import { printConnected } from './connect.ts';

/** Sets a fresh server up, and signs in. */
export async function initializeCommand(invocation: Invocation): Promise<void> {
  const { parameters, shell } = invocation;
  const connected = await initialize({
    ...optionsOf(invocation),
    name: parameters.text('name'),
    ...(shell.isInteractive && { askInitPassword: (server) => shell.ask(`Enter init password for ${server}`, true) }),
  });
  printConnected(invocation, connected);
}
