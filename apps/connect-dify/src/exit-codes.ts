import type { ConnectErrorCode } from '@latchkey/sdk/connect';

/** As difyctl's: 0 done, 1 network or server, 2 misused, 4 not signed in, 6 unsupported, 7 too often. */
export type ExitCode = 0 | 1 | 2 | 4 | 6 | 7;

const EXITS: Partial<Record<ConnectErrorCode, ExitCode>> = {
  invalid_auth_method: 2,
  invalid_server: 2,
  server_required: 2,
  email_required: 2,
  password_required: 2,
  code_required: 2,
  access_token_required: 2,
  csrf_token_required: 2,
  init_password_required: 2,
  login_failed: 4,
  profile_failed: 4,
  token_expired: 4,
  token_mismatch: 4,
  session_ended: 4,
  unexpected_answer: 4,
  init_password_failed: 4,
  unsupported_version: 6,
  invalid_version: 6,
};

/** @param status of the server's answer, where there was one */
export function exitCodeOf(code: ConnectErrorCode, status = 0): ExitCode {
  if (status === 429) return 7;
  return status >= 500 ? 1 : (EXITS[code] ?? 1);
}
