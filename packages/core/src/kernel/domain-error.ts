import { ERRORS, type ErrorCode, type SignInRule } from '@latchkey/contract/vocabulary';

interface Options {
  /** The words for this refusal where the wire has other ones than the table. */
  readonly message?: string;
  /** When it is worth trying again. */
  readonly retryAfterSeconds?: number;
  /** In a sign-in, what decided: the code may hide it from the person, the administrator reads it. */
  readonly rule?: SignInRule | undefined;
  readonly cause?: unknown;
}

/** A refusal: something true that keeps the request from being granted. Anything else thrown is a bug or an outage. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;
  readonly rule: SignInRule | undefined;

  constructor(code: ErrorCode, options: Options = {}) {
    super(options.message ?? ERRORS[code].message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.rule = options.rule;
  }
}
