import type { Send, WireRequest } from '@latchkey/sdk';
import { NoAnswer } from './no-answer.ts';

const PATIENCE_MS = 20_000;

/**
 * Carries a request to the server that the page came from, with its cookies.
 *
 * @throws {NoAnswer}
 */
export const carry: Send = async (request) => {
  try {
    return await exchange(request);
  } catch (cause) {
    throw new NoAnswer('the server gave no answer', { cause });
  }
};

async function exchange({ method, url, headers, body }: WireRequest): ReturnType<Send> {
  const response = await fetch(url, {
    method,
    headers,
    body: body ?? null,
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  return { status: response.status, header: (name) => response.headers.get(name) ?? undefined, text };
}
