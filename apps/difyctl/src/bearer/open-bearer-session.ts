import type { Client } from '@latchkey/sdk';
import type { Context } from '../contexts/context.ts';
import { assertPinned } from '../contexts/folder-pin.ts';
import { requireActiveContext } from '../contexts/require-active-context.ts';
import type { Shell } from '../shell.ts';
import { bearerClient } from './bearer-client.ts';
import { doubtingClient } from './doubting-client.ts';
import { readEnvironmentToken } from './environment-token.ts';
import { readToken } from './read-token.ts';
import { warnOfExpiry } from './warn-of-expiry.ts';

/** A signed-in way to a server. */
export interface BearerSession {
  readonly client: Client;
  readonly token: string;
  readonly host: string;
  /** Absent when the token came from the environment. */
  readonly context: Context | undefined;
}

const TIMEOUT_SECONDS = 30;

/**
 * The session of DIFY_TOKEN, else of the active context.
 *
 * @throws {Failure} `not_logged_in` when no context is active or its token is gone
 */
export async function openBearerSession(shell: Shell, retries: number): Promise<BearerSession> {
  const { baseUrl, ...session } = await findToken(shell);
  const { context } = session;
  const insecure = context?.stored.insecure ?? false;
  const send = shell.send({ retries, timeoutSeconds: TIMEOUT_SECONDS, insecure });
  if (context) warnOfExpiry(context, shell);
  if (context && shell.out.isTerminal && !shell.json) await (await import('../compat/nudge.ts')).nudge(context, shell);
  return { client: doubtingClient(bearerClient(baseUrl, session.token, send), baseUrl, send), ...session };
}

async function findToken(shell: Shell): Promise<Omit<BearerSession, 'client'> & { readonly baseUrl: string }> {
  const brought = readEnvironmentToken(shell.env);
  if (brought !== undefined) {
    await assertPinned(brought, shell);
    return { ...brought, context: undefined };
  }
  const context = requireActiveContext(await shell.contexts.read());
  await assertPinned(context, shell);
  const { baseUrl, host } = context;
  return { baseUrl, host, context, token: await readToken(context, shell) };
}
