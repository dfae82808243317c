import { readEnvelope } from '../envelope.ts';
import { ConnectError, type ConnectErrorCode } from './connect-error.ts';
import type { HttpAnswer, HttpRequest, Transport } from './transport.ts';

const TIMEOUT_MS = 30_000;

/**
 * Sends a request; that no answer came is told in words. A redirection is refused with its target: what is signed in
 * with never goes where an answer points.
 *
 * @throws {ConnectError} `server_unreachable`, `server_redirects`
 */
export async function send(
  transport: Transport,
  request: Omit<HttpRequest, 'timeoutMs'> & { readonly timeoutMs?: number },
): Promise<HttpAnswer> {
  const { host } = new URL(request.url);
  const answer = await transport({ timeoutMs: TIMEOUT_MS, ...request }).catch((cause: unknown) => {
    throw new ConnectError('server_unreachable', `No answer from ${host}: ${reasonOf(cause)}`, { cause });
  });
  const target = answer.header('location');
  if (answer.status >= 300 && answer.status < 400 && target !== undefined) {
    const { status } = answer;
    throw new ConnectError('server_redirects', `${host} redirects to ${target}. Use that address.`, { status });
  }
  return answer;
}

/** The address of a path, below the path of a server's own address. */
export function addressOf(server: string, path: string): string {
  return server.replace(/\/+$/, '') + path;
}

/** A refusal, with the server's own words behind ours. */
export function refusal(code: ConnectErrorCode, what: string, answer: HttpAnswer): ConnectError {
  const envelope = readEnvelope(answer.text);
  const said = envelope.message ?? envelope.code ?? (plainText(answer.text) || `HTTP ${answer.status}`);
  return new ConnectError(code, `${what}: ${said}`, {
    status: answer.status,
    ...(envelope.code !== undefined && { serverCode: envelope.code }),
  });
}

export function isOk({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** When a server answered, by its own clock; `undefined` when it does not say. */
export function readDate(answer: HttpAnswer): Date | undefined {
  const at = Date.parse(answer.header('date') ?? '');
  return Number.isNaN(at) ? undefined : new Date(at);
}

/** Whether a server has trouble, or asks to wait, and has judged nothing. */
export function isPassing({ status }: Pick<HttpAnswer, 'status'>): boolean {
  return status === 429 || status >= 500;
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

/** The deepest cause says most: `fetch failed` alone says nothing. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.cause instanceof Error) return reasonOf(cause.cause);
  // Several addresses were tried, and every one has its own reason.
  if (cause instanceof AggregateError && cause.message === '') return reasonOf(cause.errors[0]);
  return cause.message;
}

/** What a page in between, such as a proxy's, says in short; never what could be a token. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\w+/=.-]{40,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
