import { createClient } from '@latchkey/sdk';
import type { Context } from '../contexts/context.ts';
import type { Shell } from '../shell.ts';

export interface ServerVersion {
  readonly version: string;
  readonly edition: string;
}

const TIMEOUT_SECONDS = 2;

/** Asks a server for its version, once and shortly; `undefined` when it does not tell. Shows no token. */
export async function probeServer(
  { baseUrl, stored }: Pick<Context, 'baseUrl' | 'stored'>,
  shell: Pick<Shell, 'send'>,
): Promise<ServerVersion | undefined> {
  const send = shell.send({ retries: 0, timeoutSeconds: TIMEOUT_SECONDS, insecure: stored.insecure ?? false });
  const client = createClient({ base: baseUrl, send });
  try {
    const { version, edition } = await client.call('GET /openapi/v1/_version', {});
    return { version: String(version ?? ''), edition: String(edition ?? '') };
  } catch {
    return undefined;
  }
}
