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

interface Refusal {
  code?: string;
  message?: string;
  hint?: string;
}

/** Reads `{code, message}`, problem+json's `{code, detail}`, OAuth's `{error}` and Dify's `{error: {type, message}}`. */
function readEnvelope(text: string): Refusal {
  const body = parseObject(text);
  if (body === undefined) return {};
  const nested = isRecord(body.error) ? body.error : {};
  const code = string(body.code) ?? string(body.error) ?? string(nested.type);
  const message = string(body.message) ?? string(body.detail) ?? string(nested.message);
  const hint = string(body.hint);
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(hint === undefined ? {} : { hint }),
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function seconds(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
