/** What an attempt through a provider has beside its rule. */
export interface SsoDetails {
  readonly connectionId: string | undefined;
  readonly connection: string | undefined;
  /** Why the answer was refused, or what became of the person. */
  readonly code: string | undefined;
  /** The refusal in the words of the rule. */
  readonly detail: string | undefined;
  /** The rule by which an account was found. */
  readonly rule: string | undefined;
  /** What the provider said; text where it was too long to be kept whole. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Tells apart what the details of an attempt through a provider are about. */
export function ssoDetails(details: Readonly<Record<string, unknown>>): SsoDetails {
  const { connection_id, connection, code, detail, rule, claims, ...rest } = details;
  return {
    connectionId: text(connection_id),
    connection: text(connection),
    code: text(code),
    detail: text(detail),
    rule: text(rule),
    claims: isRecord(claims) ? claims : undefined,
    rest: claims === undefined || isRecord(claims) ? rest : { ...rest, claims },
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
