import type { AuditDetails } from '../audit/audit-entry.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { AttemptDetails } from '../sign-in-attempts/sign-in-attempt.ts';
import type { ConfiguredConnection } from './configured-connection.ts';
import { SsoRefusal } from './sso-refusal.ts';

/** More than an honest person's claims; what is longer is cut, so that the log stays readable. */
const MOST_CHARACTERS = 16_000;

interface SsoFailure {
  /** What the person is told; anything but a refusal is a bug or an outage, and stays what it is. */
  readonly refusal: unknown;
  /** What the administrator reads. */
  readonly details: AttemptDetails;
}

/** A refusal of a provider, or of us, as the person and the administrator are told it. */
export function ssoFailure(
  { id, name }: Pick<ConfiguredConnection, 'id' | 'name'>,
  error: unknown,
  claims?: Readonly<Record<string, unknown>>,
): SsoFailure {
  const connection = { connection_id: id, connection: name };
  if (error instanceof SsoRefusal) {
    const shown = shownClaims(error.claims ?? claims);
    const details = { ...connection, code: error.code, detail: error.message, ...shown };
    return { refusal: new DomainError('sso_failed', { rule: 'sso_refused', cause: error }), details };
  }
  return { refusal: error, details: { ...connection, ...shownClaims(claims) } };
}

/** Claims as the sign-in attempts keep them. */
export function shownClaims(claims: Readonly<Record<string, unknown>> | undefined): Pick<AttemptDetails, 'claims'> {
  if (claims === undefined) return {};
  const text = JSON.stringify(claims);
  // A boundary: what a provider says is JSON already.
  return {
    claims: text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : (JSON.parse(text) as AuditDetails),
  };
}
