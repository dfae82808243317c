/** Why connecting, or a call, did not work; stable, for scripts to branch on. */
export type ConnectErrorCode =
  | 'invalid_auth_method'
  | 'unsupported_version'
  | 'invalid_version'
  | 'server_unreachable'
  | 'server_redirects'
  | 'email_required'
  | 'password_required'
  | 'code_required'
  | 'access_token_required'
  | 'csrf_token_required'
  | 'server_required'
  | 'invalid_server'
  | 'system_features_failed'
  | 'login_failed'
  | 'code_request_failed'
  | 'code_not_sent'
  | 'unexpected_answer'
  | 'profile_failed'
  | 'installation_status_failed'
  | 'init_password_required'
  | 'init_password_failed'
  | 'set_up_failed'
  | 'token_expired'
  | 'token_mismatch'
  | 'session_ended'
  | 'renewal_failed'
  | 'seal_broken'
  | 'keyring_locked'
  | 'call_failed'
  | 'unreadable_answer';

interface Details {
  /** What the server answered, where it did. */
  readonly status?: number;
  /** The server's own code. */
  readonly serverCode?: string;
  readonly cause?: unknown;
}

/**
 * Says in words what went wrong, and in `code` what a script can branch on.
 *
 * @example
 * ```ts
 * try {
 *   await connect({ server: 'https://dify.example.com', email: 'ann@example.com', password: 'wrong' });
 * } catch (error) {
 *   if (error instanceof ConnectError && error.code === 'login_failed') console.error(error.message);
 * }
 * ```
 */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly code: ConnectErrorCode;
  readonly status: number | undefined;
  readonly serverCode: string | undefined;

  constructor(code: ConnectErrorCode, message: string, { status, serverCode, cause }: Details = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.serverCode = serverCode;
  }
}
