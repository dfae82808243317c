import type { Client } from '@latchkey/sdk';
import type { Context } from '../contexts/context.ts';
import { requireActiveContext } from '../contexts/require-active-context.ts';
import type { Shell } from '../shell.ts';
import { bearerClient } from './bearer-client.ts';
import { readToken } from './read-token.ts';

/** A signed-in way to the server of a context. */
export interface BearerSession {
  readonly client: Client;
  readonly context: Context;
}

const TIMEOUT_SECONDS = 30;

/** @throws {Failure} `not_logged_in` when no context is active or its token is gone */
export async function openBearerSession(shell: Shell, retries: number): Promise<BearerSession> {
  const context = requireActiveContext(await shell.contexts.read());
  const token = await readToken(context, shell);
  const send = shell.send({ retries, timeoutSeconds: TIMEOUT_SECONDS });
  return { client: bearerClient(context.baseUrl, token, send), context };
}
