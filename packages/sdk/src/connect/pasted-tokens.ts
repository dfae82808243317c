import { ConnectError } from './connect-error.ts';

/** The tokens of a browser's cookies, as somebody handed them over. */
export interface PastedTokens {
  readonly accessToken: string;
  readonly csrfToken: string;
}

interface Pasted {
  readonly family: string | undefined;
  readonly kind: string | undefined;
  readonly value: string;
}

/**
 * Reads tokens that may have been copied together with the names of their cookies, as in
 * `__Host-access_token=eyJ…; `.
 *
 * @throws {ConnectError} `token_mismatch` when the names say that the two do not belong where, or together as, they are
 */
export function readPastedTokens(access: string, csrf: string): PastedTokens {
  const [one, other] = [readPasted(access), readPasted(csrf)];
  if ((one.kind ?? 'access') !== 'access' || (other.kind ?? 'csrf') !== 'csrf') {
    throw new ConnectError(
      'token_mismatch',
      'Each token is in a place of its own: access_token as the access token, csrf_token as the CSRF token.',
    );
  }
  if (one.family !== undefined && other.family !== undefined && one.family !== other.family) {
    throw new ConnectError(
      'token_mismatch',
      'One token is from a cookie with __Host- in its name, the other from one without. Copy two of a kind: those without are of another address, or of a sign-in from before.',
    );
  }
  return { accessToken: one.value, csrfToken: other.value };
}

function readPasted(text: string): Pasted {
  const plain = text.trim().replace(/;$/, '');
  const [, family, kind, value] = /^(__Host-)?(access|csrf|refresh)_token\s*[=:]\s*(.*)$/.exec(plain) ?? [];
  return value === undefined ? { family: undefined, kind, value: plain } : { family: family ?? '', kind, value };
}
