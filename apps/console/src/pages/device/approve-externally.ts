import { createClient, WireError } from '@latchkey/sdk';
import { carry } from '../../session/carry.ts';
import { client } from '../../session/client.ts';
import type { TerminalRequest } from './examine-code.ts';

/** What a terminal asks of whoever came back from their provider to this browser; `null` once that is over. */
export async function fetchExternalApproval(): Promise<TerminalRequest | null> {
  try {
    return await client.call('GET /openapi/v1/oauth/device/approval-context', { query: {} });
  } catch (error) {
    // Nobody has to be signed in here: this does not lead to the sign-in page.
    if (error instanceof WireError && error.status < 500 && error.status !== 429) return null;
    throw error;
  }
}

/**
 * Approves it, by the proof that came with the request: there is no session whose proof could be sent.
 *
 * @throws {WireError} when the server refuses; {NoAnswer}.
 */
export async function approveExternally({ user_code, csrf_token }: TerminalRequest): Promise<void> {
  const external = createClient({
    base: '',
    send: (request) => carry({ ...request, headers: { ...request.headers, 'x-csrf-token': csrf_token } }),
  });
  await external.call('POST /openapi/v1/oauth/device/approve-external', { body: { user_code } });
}
