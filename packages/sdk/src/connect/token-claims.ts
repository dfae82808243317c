/** What a token of Dify's says about itself; nothing here is proven. */
export interface TokenClaims {
  /** Seconds since 1970. */
  readonly exp: number | undefined;
  /** Whose it is: `user_id` of an access token, `sub` of a CSRF token. */
  readonly accountId: string | undefined;
}

/** Reads a JWT without checking it; `undefined` for anything else. */
export function readClaims(token: string): TokenClaims | undefined {
  const [, payload, signature, ...rest] = token.split('.');
  if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { exp, user_id, sub } = claims as Readonly<Record<string, unknown>>;
    return {
      exp: typeof exp === 'number' ? exp : undefined,
      accountId: typeof user_id === 'string' ? user_id : typeof sub === 'string' ? sub : undefined,
    };
  } catch {
    return undefined;
  }
}
