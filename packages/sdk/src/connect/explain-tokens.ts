import { ConnectError } from './connect-error.ts';
import { readClaims } from './token-claims.ts';

interface Pasted {
  readonly accessToken: string;
  readonly csrfToken: string;
}

/**
 * Says what is wrong with a pasted pair of tokens before a server only answers 401: expired, of two accounts, the one
 * in the other's place. Tokens that are no JWTs are left to the server.
 *
 * @throws {ConnectError} `token_expired`, `token_mismatch`
 */
export function explainTokens({ accessToken, csrfToken }: Pasted, now: Date): void {
  const [access, csrf] = [readClaims(accessToken), readClaims(csrfToken)];
  if (accessToken === csrfToken) {
    throw new ConnectError(
      'token_mismatch',
      'The access token and the CSRF token are the same text. Copy each by itself.',
    );
  }
  for (const [name, claims] of [
    ['access token', access],
    ['CSRF token', csrf],
  ] as const) {
    if (claims?.exp !== undefined && claims.exp * 1000 <= now.getTime()) {
      const at = new Date(claims.exp * 1000).toISOString();
      throw new ConnectError(
        'token_expired',
        `The ${name} expired at ${at}. Sign in again in the browser and copy both tokens.`,
      );
    }
  }
  if (access?.accountId !== undefined && csrf?.accountId !== undefined && access.accountId !== csrf.accountId) {
    throw new ConnectError(
      'token_mismatch',
      'The access token and the CSRF token belong to different accounts, or to different sign-ins. Copy both from one tab.',
    );
  }
}
