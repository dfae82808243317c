import { type ConnectOptions, type Resolved, resolveOptions } from './connect-options.ts';
import { readPastedTokens } from './pasted-tokens.ts';
import { canonicalServer, type SavedSession } from './saved-session.ts';
import { readClaims } from './token-claims.ts';

/**
 * Whether a session from before is of the server and the person that options name, as far as they name them.
 *
 * @example
 * ```ts
 * async function whose(saved: SavedSession, email: string): Promise<string> {
 *   const { server } = saved;
 *   return isSessionFor(saved, { server, email }) ? `The session is ${email}'s` : 'It is of somebody else';
 * }
 * ```
 *
 * @throws {ConnectError} `invalid_auth_method`, `invalid_server`, `token_mismatch`
 */
export function isSessionFor(saved: SavedSession, options: ConnectOptions): boolean {
  return isWanted(saved, resolveOptions(options));
}

/** The same for options that are resolved. */
export function isWanted(saved: Pick<SavedSession, 'server' | 'email' | 'accountId'>, resolved: Resolved): boolean {
  if (canonicalServer(saved.server) !== canonicalServer(resolved.server)) return false;
  if (resolved.authMethod !== 'AccessToken' || resolved.accessToken === undefined) {
    return resolved.email === undefined || resolved.email.toLowerCase() === saved.email.toLowerCase();
  }
  const { accessToken } = readPastedTokens(resolved.accessToken.reveal(), '');
  return readClaims(accessToken)?.userId === saved.accountId;
}
