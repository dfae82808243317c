import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** JWTs (RFC 7519) of one kind, HS256 under a key of their own, so that no other kind of token can pass for them. */
export interface SignedTokens<Claims extends object> {
  sign(claims: Claims): string;
  /** The claims of a token this server signed; `undefined` for anything else. Says nothing about expiry. */
  read(token: string): Claims | undefined;
}

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
const SIGNATURE_LENGTH = 43;
/** Tokens remembered as good; a few hundred characters each, so two megabytes at most. */
const MOST_REMEMBERED = 4096;

export function signedTokens<Claims extends object>(key: Buffer): SignedTokens<Claims> {
  // As a key object it is prepared once; as bytes, each signature would take five times as long.
  const secret = createSecretKey(key);
  const signature = (content: string): string => createHmac('sha256', secret).update(content).digest('base64url');
  // Whether a signature is good never changes. Expiry and revocation are not decided here.
  const remembered = new Map<string, Claims>();
  return {
    sign(claims) {
      const content = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
      return `${content}.${signature(content)}`;
    },
    read(token) {
      const known = remembered.get(token);
      if (known !== undefined) return known;
      const claims = verify(token);
      if (claims === undefined) return undefined;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(token, claims);
      return claims;
    },
  };

  function verify(token: string): Claims | undefined {
    // The header is compared, not obeyed: there is one algorithm.
    const end = token.length - SIGNATURE_LENGTH - 1;
    if (!token.startsWith(`${HEADER}.`) || token.charAt(end) !== '.') return undefined;
    const content = token.slice(0, end);
    if (!equal(token.slice(end + 1), signature(content))) return undefined;
    return JSON.parse(Buffer.from(content.slice(HEADER.length + 1), 'base64url').toString()) as Claims;
  }
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
