/** What a token of Dify's says about itself; nothing here is proven. */
export interface TokenClaims {
  /** Seconds since 1970. */
  readonly exp: number | undefined;
  /** Whose it is, in an access token. */
  readonly userId: string | undefined;
  /** In a CSRF token whose it is, in an access token what it is for. */
  readonly subject: string | undefined;
  /** Which sign-in it is of; Latchkey says it. */
  readonly sessionId: string | undefined;
}

/** Reads a JWT without checking it; `undefined` for anything else. */
export function readClaims(token: string): TokenClaims | undefined {
  const [, payload, signature, ...rest] = token.split('.');
  if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof claims !== 'object' || claims === null) return undefined;
    // A boundary: JSON from outside becomes a record of unknowns.
    const { exp, user_id, sub, sid } = claims as Readonly<Record<string, unknown>>;
    return {
      exp: typeof exp === 'number' ? exp : undefined,
      userId: text(user_id),
      subject: text(sub),
      sessionId: text(sid),
    };
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
