import { ConnectError, type ConnectErrorCode } from './connect-error.ts';
import type { HttpAnswer, HttpRequest, Transport } from './transport.ts';

/** Sends a request; a failure to get any answer is told in words. */
export async function send(transport: Transport, request: HttpRequest): Promise<HttpAnswer> {
  try {
    return await transport(request);
  } catch (cause) {
    const reason =
      cause instanceof Error ? (cause.cause instanceof Error ? cause.cause.message : cause.message) : String(cause);
    throw new ConnectError('server_unreachable', `No answer from ${new URL(request.url).host}: ${reason}`, { cause });
  }
}

/** A refusal, with the server's own words behind ours. */
export function refusal(code: ConnectErrorCode, what: string, answer: HttpAnswer): ConnectError {
  const body = readObject(answer.text);
  const said = text(body?.message) ?? text(body?.error) ?? (answer.text.trim() || `HTTP ${answer.status}`);
  const serverCode = text(body?.code);
  return new ConnectError(code, `${what}: ${said}`, {
    status: answer.status,
    ...(serverCode !== undefined && { serverCode }),
  });
}

export function isOk({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** The answer as an object; `undefined` when it is none. */
export function readObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    // A boundary: JSON from outside becomes a record of unknowns.
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
