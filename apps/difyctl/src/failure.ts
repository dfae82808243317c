/** Every code an error line starts with, and the exit code a script branches on. */
export const EXIT_CODES = {
  not_logged_in: 4,
  auth_expired: 4,
  token_expired: 4,
  access_denied: 4,
  expired_token: 4,
  usage_invalid_flag: 2,
  usage_missing_arg: 2,
  config_invalid_key: 2,
  config_invalid_value: 2,
  illegal_argument: 2,
  version_skew: 6,
  unsupported_endpoint: 6,
  config_schema_unsupported: 6,
  rate_limited: 7,
  network_connection: 1,
  server_5xx: 1,
  server_4xx_other: 1,
  client_error: 1,
  keyring_unavailable: 1,
  unknown: 1,
} as const;

export type FailureCode = keyof typeof EXIT_CODES;

/** What a server said when it refused. */
export interface Answer {
  readonly status: number;
  readonly method?: string;
  readonly url?: string;
  readonly text?: string;
  readonly envelope?: ErrorBody;
}

/** Dify's error envelope on `/openapi/v1`. */
export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly hint?: string;
  readonly details?: readonly { readonly type: string; readonly loc: readonly unknown[]; readonly msg: string }[];
}

interface Circumstances {
  /** What the person does next. */
  readonly hint?: string | undefined;
  readonly answer?: Answer;
  readonly cause?: unknown;
}

/** A command could not do its work; printed in the error layout, and its code decides the exit code. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly hint: string | undefined;
  readonly answer: Answer | undefined;

  constructor(code: FailureCode, message: string, { hint, answer, cause }: Circumstances = {}) {
    super(message, { cause });
    this.code = code;
    this.hint = hint;
    this.answer = answer;
  }
}
