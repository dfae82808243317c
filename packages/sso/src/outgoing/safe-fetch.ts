import { SsoRefusal } from '@latchkey/core';
import { type Dispatcher, fetch as undiciFetch } from 'undici';
import { askable } from './askable.ts';
import { guardedAgent } from './guarded-agent.ts';
import { RefusedAddress } from './refused-address.ts';

export interface SafeFetchOptions {
  /** Whether identity providers may stand in private networks and be asked over plain http there. */
  readonly allowPrivateNetworks: boolean;
  /** For one answer from the first byte sent to the last received. */
  readonly timeoutMs: number;
  /** Of one answer's body, after decompression. */
  readonly maxBytes: number;
}

interface SafeRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A form; nothing else is ever sent. */
  readonly body?: unknown;
}

/**
 * The one way out to anything that a provider or an administrator names. https only unless private networks are
 * allowed, no redirects, bounded in time and size, and never into a network that must not be asked.
 * The answer has been read to its end.
 *
 * @throws SsoRefusal `address_refused`, `provider_unreachable`, `provider_too_slow` or `provider_answer_refused`.
 */
export type SafeFetch = (url: string, request?: SafeRequest) => Promise<Response>;

export function createSafeFetch(options: SafeFetchOptions): SafeFetch {
  const agent = guardedAgent(options);
  return async (url, request = {}) => {
    const address = askable(url, options.allowPrivateNetworks);
    try {
      return await ask(agent, address, request, options);
    } catch (error) {
      throw translate(error, address);
    }
  };
}

async function ask(dispatcher: Dispatcher, url: URL, request: SafeRequest, options: SafeFetchOptions) {
  const response = await undiciFetch(url, {
    method: request.method ?? 'GET',
    headers: { 'user-agent': 'Latchkey', ...request.headers },
    body: bodyText(request.body),
    redirect: 'manual',
    signal: AbortSignal.timeout(options.timeoutMs),
    dispatcher,
  });
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    throw new SsoRefusal('provider_answer_refused', `${url.origin} answered with a redirect (${response.status})`);
  }
  const bytes = await readBounded(response.body, options.maxBytes, url);
  const headers = [...response.headers].filter(([name]) => !ABOUT_THE_TRANSFER.has(name));
  return new Response(bytes.length === 0 ? null : bytes, { status: response.status, headers });
}

/** Of the bytes on the wire, which have been decoded. */
const ABOUT_THE_TRANSFER = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

function bodyText(body: unknown): string | null {
  if (body === null || body === undefined) return null;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new TypeError('only forms are sent to providers');
}

async function readBounded(body: AsyncIterable<Uint8Array> | null, maxBytes: number, url: URL) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new SsoRefusal('provider_answer_refused', `${url.origin} sent more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function translate(error: unknown, url: URL): unknown {
  if (error instanceof SsoRefusal) return error;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof RefusedAddress) return new SsoRefusal('address_refused', cause.message, { cause: error });
    if (cause.name === 'TimeoutError' || ('code' in cause && String(cause.code).endsWith('_TIMEOUT'))) {
      return new SsoRefusal('provider_too_slow', `${url.origin} took too long`, { cause: error });
    }
  }
  return new SsoRefusal('provider_unreachable', `${url.origin} could not be reached: ${reasonOf(error)}`, {
    cause: error,
  });
}

/** The innermost words, `ECONNREFUSED …` rather than `fetch failed`. */
function reasonOf(error: unknown): string {
  let reason = error;
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause;
  return reason instanceof Error ? reason.message : String(reason);
}
