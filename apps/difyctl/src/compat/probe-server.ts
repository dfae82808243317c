import { createClient } from '@latchkey/sdk';
import type { Shell } from '../shell.ts';

export interface ServerVersion {
  readonly version: string;
  readonly edition: string;
}

const TIMEOUT_SECONDS = 2;

/** Asks a server for its version, once and shortly; `undefined` when it does not tell. Shows no token. */
export async function probeServer(baseUrl: string, shell: Pick<Shell, 'send'>): Promise<ServerVersion | undefined> {
  const client = createClient({ base: baseUrl, send: shell.send({ retries: 0, timeoutSeconds: TIMEOUT_SECONDS }) });
  try {
    const { version, edition } = await client.call('GET /openapi/v1/_version', {});
    return { version: String(version ?? ''), edition: String(edition ?? '') };
  } catch {
    return undefined;
  }
}
