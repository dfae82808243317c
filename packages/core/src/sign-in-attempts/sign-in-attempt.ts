import type { AccountId, AttemptDetail, AttemptMethod, ErrorCode, SignInRule } from '@latchkey/contract/vocabulary';
import type { AuditDetails } from '../audit/audit-entry.ts';
import type { Origin } from '../kernel/origin.ts';

/** By name, what the pages of the administration have words for. */
export type AttemptDetails = Readonly<Partial<Record<AttemptDetail, AuditDetails[string]>>>;

/** One try to get in, kept so that an administrator can answer the person who quotes its reference. */
export interface SignInAttempt {
  readonly origin: Origin;
  readonly at: Date;
  readonly method: AttemptMethod;
  /** As typed, normalised; empty for a link. */
  readonly email: string;
  readonly accountId: AccountId | null;
  /** What the person was told; `null` when it succeeded. */
  readonly refusal: ErrorCode | 'no_workspace' | 'new_password_needed' | null;
  /** What decided; `null` when it succeeded. */
  readonly rule: SignInRule | null;
  /** What else helps to answer, such as the claims of an identity provider; never a secret. */
  readonly details?: AttemptDetails;
}
