import { createClient } from '@latchkey/sdk';
import { carry } from '../../session/carry.ts';
import { client } from '../../session/client.ts';
import type { TerminalRequest } from './examine-code.ts';

/** What a terminal asks of whoever came back from their provider to this browser. */
export function fetchExternalApproval(): Promise<TerminalRequest> {
  return client.call('GET /openapi/v1/oauth/device/approval-context', { query: {} });
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
