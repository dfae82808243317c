import { readEnvelope } from './envelope.ts';
import type { WireRequest, WireResponse } from './wire.ts';

/** A server's refusal, whichever of Dify's error envelopes it came in. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly status: number;
  /** The envelope's code; `undefined` when the answer was not an envelope. */
  readonly code: string | undefined;
  readonly hint: string | undefined;
  /** What to quote to an administrator. */
  readonly reference: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly request: Pick<WireRequest, 'method' | 'url'>;
  readonly response: WireResponse;

  constructor(request: WireRequest, response: WireResponse) {
    const envelope = readEnvelope(response.text);
    super(envelope.message ?? `request failed (HTTP ${response.status})`);
    this.status = response.status;
    this.code = envelope.code;
    this.hint = envelope.hint;
    this.reference = response.header('x-request-id');
    this.retryAfterSeconds = seconds(response.header('retry-after'));
    this.request = { method: request.method, url: request.url };
    this.response = response;
  }
}

function seconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
