import { WireError } from '@latchkey/sdk';
import { type Answer, Failure, type FailureCode } from '../failure.ts';
import { readErrorBody } from './read-error-body.ts';

const WORDS: Partial<Record<FailureCode, string>> = {
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
  const answer = { status, ...request, text: response.text, ...(envelope && { envelope }) };
  const code = codeOf(status);
  if (code === 'auth_expired') return sessionOver(answer, envelope?.message);
  const words = code === 'server_5xx' ? `server error (HTTP ${status})` : `request failed (HTTP ${status})`;
  return new Failure(code, envelope?.message ?? WORDS[code] ?? words, { answer, cause: error });
}

/** The token no longer counts; a person has to sign in again. */
export function sessionOver(answer: Answer, message = 'session expired or revoked'): Failure {
  return new Failure('auth_expired', message, { hint: "run 'difyctl auth login' to sign in again", answer });
}

export function codeOf(status: number): FailureCode {
  if (status === 401) return 'auth_expired';
  if (status === 426) return 'version_skew';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'server_5xx' : 'server_4xx_other';
}
