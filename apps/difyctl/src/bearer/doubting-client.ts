import { type Client, createClient, type Send, WireError } from '@latchkey/sdk';
import { Failure } from '../failure.ts';
import { sessionOver } from '../http/to-failure.ts';

/**
 * Dify 1.14 answers a dead token with 500, as if it had broken down. So a 500 of such a server is looked into: one that
 * still tells a caller without a token to bring one (401) is well, and it is the token that is dead.
 */
export function doubtingClient(client: Client, base: string, send: Send): Client {
  const unsigned = createClient({ base, send });
  return {
    call: (route, request) =>
      client.call(route, request).catch(async (error: unknown) => {
        const { answer } = error instanceof Failure ? error : {};
        const isDoubtful = answer?.status === 500 && answer.envelope?.code === 'internal_server_error';
        throw isDoubtful && (await isWellAndOld(unsigned)) ? sessionOver(answer) : error;
      }),
  };
}

async function isWellAndOld(unsigned: Client): Promise<boolean> {
  try {
    const { version } = await unsigned.call('GET /openapi/v1/_version', {});
    if (!/^1\.14\./.test(version)) return false;
    await unsigned.call('GET /openapi/v1/account', {});
    return false;
  } catch (error) {
    return error instanceof WireError && error.status === 401;
  }
}
