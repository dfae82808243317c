import { WireError } from '@latchkey/sdk';
import { Failure, type FailureCode } from '../failure.ts';
import { readErrorBody } from './read-error-body.ts';

const WORDS: Partial<Record<FailureCode, string>> = {
  auth_expired: 'session expired or revoked',
  rate_limited: 'too many requests',
};

/** What a refusal on a bearer route means to the person at the terminal; anything but a refusal is passed on. */
export function toFailure(error: unknown): unknown {
  if (error instanceof SyntaxError) {
    return new Failure('unknown', `the server's answer is not JSON: ${error.message}`, { cause: error });
  }
  if (!(error instanceof WireError)) return error;
  const { status, response, request } = error;
  const envelope = readErrorBody(response.text);
  const code = codeOf(status);
  const words =
    WORDS[code] ?? (code === 'server_5xx' ? `server error (HTTP ${status})` : `request failed (HTTP ${status})`);
  return new Failure(code, envelope?.message ?? words, {
    hint: code === 'auth_expired' ? "run 'difyctl auth login' to sign in again" : undefined,
    answer: { status, ...request, text: response.text, ...(envelope && { envelope }) },
    cause: error,
  });
}

export function codeOf(status: number): FailureCode {
  if (status === 401) return 'auth_expired';
  if (status === 426) return 'version_skew';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'server_5xx' : 'server_4xx_other';
}
