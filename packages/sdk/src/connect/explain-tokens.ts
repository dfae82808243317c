import { ConnectError } from './connect-error.ts';
import type { PastedTokens } from './pasted-tokens.ts';
import { readClaims } from './token-claims.ts';

/**
 * Says what is wrong with a pasted pair of tokens before a server only answers 401: expired, of two accounts or two
 * sign-ins, one in the other's place, cut from the wrong text. Tokens that are no JWTs are left to the server.
 *
 * @throws {ConnectError} `token_expired`, `token_mismatch`
 */
export function explainTokens({ accessToken, csrfToken }: PastedTokens, now: Date): void {
  const [access, csrf] = [readClaims(accessToken), readClaims(csrfToken)];
  if (accessToken === csrfToken) {
    throw mismatch('The access token and the CSRF token are the same text. Copy each by itself.');
  }
  // An access token names a user, a CSRF token does not.
  if (csrf?.userId !== undefined) throw mismatch('The CSRF token is an access token. Copy the value of csrf_token.');
  if (access !== undefined && access.userId === undefined) {
    throw mismatch('The access token is none, and may be a CSRF token. Copy the value of access_token.');
  }
  const named = [
    ['access token', accessToken, access],
    ['CSRF token', csrfToken, csrf],
  ] as const;
  for (const [name, token, claims] of named) {
    if (!/^[\x21-\x7e]+$/.test(token) || /[,;]/.test(token)) {
      throw mismatch(`The ${name} holds characters that no token has. Copy its value, and nothing around it.`);
    }
    if (claims?.exp !== undefined && claims.exp * 1000 <= now.getTime()) {
      const at = new Date(claims.exp * 1000).toISOString();
      const message = `The ${name} expired at ${at}. Sign in again in the browser and copy both tokens.`;
      throw new ConnectError('token_expired', message);
    }
  }
  if (access === undefined || csrf === undefined) return;
  if (csrf.subject !== undefined && access.userId !== csrf.subject) {
    throw mismatch('The access token and the CSRF token belong to different accounts. Copy both from one tab.');
  }
  if (csrf.sessionId !== undefined && access.sessionId !== csrf.sessionId) {
    throw mismatch('The access token and the CSRF token belong to different sign-ins. Copy both at one time.');
  }
}

function mismatch(message: string): ConnectError {
  return new ConnectError('token_mismatch', message);
}
