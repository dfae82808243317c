import type { EndpointOutput } from '@latchkey/contract';
import { type Routes, WireError } from '@latchkey/sdk';
import { client } from '../../session/client.ts';
import { isSignedOut } from '../../session/is-signed-out.ts';

export type TerminalRequest = EndpointOutput<Routes['GET /openapi/v1/oauth/device/approval-context']>;

export type Examined =
  /** `deadline` is by the clock of this browser, which need not agree with the server's. */
  | { readonly kind: 'pending'; readonly request: TerminalRequest; readonly deadline: Date }
  | { readonly kind: 'signed_out' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'used' };

/** What a user code stands for. Whoever is signed out learns only whether it can be approved. */
export async function examineCode(user_code: string): Promise<Examined> {
  const query = { user_code };
  const lookup = await client.call('GET /openapi/v1/oauth/device/lookup', { query });
  if (!lookup.valid) return { kind: lookup.client_id === null ? 'expired' : 'used' };
  try {
    const request = await client.call('GET /openapi/v1/oauth/device/approval-context', { query });
    return { kind: 'pending', request, deadline: new Date(Date.now() + lookup.expires_in_remaining * 1_000) };
  } catch (error) {
    if (isSignedOut(error)) return { kind: 'signed_out' };
    const end = codeEnd(error);
    if (end === undefined) throw error;
    return { kind: end };
  }
}

/** What a refusal says about the code itself, if anything. */
export function codeEnd(error: unknown): 'expired' | 'used' | undefined {
  if (!(error instanceof WireError)) return undefined;
  if (error.code === 'expired_or_unknown') return 'expired';
  return error.code === 'already_resolved' ? 'used' : undefined;
}
