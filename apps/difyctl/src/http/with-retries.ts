import type { Send, WireResponse } from '@latchkey/sdk';
import { Failure } from '../failure.ts';
import type { Clock } from '../shell.ts';
import { readErrorBody } from './read-error-body.ts';

const REPEATABLE = ['GET', 'PUT', 'DELETE'];
const PASSING = [408, 413, 500, 502, 503, 504];
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 30_000;
const LONGEST_RETRY_AFTER_SECONDS = 60;

interface Policy {
  readonly retries: number;
  readonly clock: Clock;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** Repeats a request that may be repeated, when no answer came or the answer says that a later one may differ. */
export function withRetries(send: Send, { retries, clock, random }: Policy): Send {
  return async (request) => {
    const left = REPEATABLE.includes(request.method) ? retries : 0;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await send(request).catch((error: unknown) => error);
      const wait = attempt < left ? waitBefore(outcome, attempt, random) : undefined;
      if (wait !== undefined) await clock.sleep(wait);
      else if (isResponse(outcome)) return outcome;
      else throw outcome;
    }
  };
}

/** Milliseconds; `undefined` when a repetition cannot help. */
function waitBefore(outcome: unknown, attempt: number, random: () => number): number | undefined {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_WAIT_MS);
  if (!isResponse(outcome)) {
    return outcome instanceof Failure && outcome.code === 'network_connection' ? wait : undefined;
  }
  if (outcome.status === 429) return waitWhenLimited(outcome, wait * (0.5 + random() / 2));
  return PASSING.includes(outcome.status) ? wait : undefined;
}

function waitWhenLimited(response: WireResponse, otherwise: number): number | undefined {
  if (readErrorBody(response.text)?.code !== 'too_many_requests') return undefined;
  const seconds = Number(response.header('retry-after') ?? Number.NaN);
  if (Number.isNaN(seconds)) return otherwise;
  return seconds <= LONGEST_RETRY_AFTER_SECONDS ? seconds * 1000 : undefined;
}

function isResponse(outcome: unknown): outcome is WireResponse {
  return typeof outcome === 'object' && outcome !== null && 'status' in outcome;
}
