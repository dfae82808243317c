import { ConnectError } from './connect-error.ts';

/** A server's version, and what its wire is like. */
export interface ServerVersion {
  /** As the server said it. */
  readonly text: string;
  /** Since 1.9.2: cookies and a CSRF token; before, a bearer token from the answer's body. */
  readonly hasCookies: boolean;
  /** Since 1.10.1: the current workspace is asked for by POST. */
  readonly postsCurrentWorkspace: boolean;
  /** Since 1.11.2: passwords and codes are base64. */
  readonly encodesSecrets: boolean;
}

/**
 * Reads `x-version`: two to four numbers, whatever follows a `+` or `-`. `1.9` is older than `1.9.2`.
 *
 * @throws {ConnectError} `invalid_version`
 */
export function readServerVersion(text: string): ServerVersion {
  const core = text.split(/[+-]/)[0] ?? '';
  if (!/^\d+(\.\d+){1,3}$/.test(core)) throw new ConnectError('invalid_version', `Invalid version format: ${text}`);
  const numbers = core.split('.').map(Number);
  const isAtLeast = (...wanted: readonly number[]): boolean => {
    for (const [index, number] of wanted.entries()) {
      const own = numbers[index] ?? -1;
      if (own !== number) return own > number;
    }
    return true;
  };
  return {
    text,
    hasCookies: isAtLeast(1, 9, 2),
    postsCurrentWorkspace: isAtLeast(1, 10, 1),
    encodesSecrets: isAtLeast(1, 11, 2),
  };
}
