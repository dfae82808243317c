import type { AccountId, Role, SsoConnectionId, SsoRefusalCode, SsoTestId } from '@latchkey/contract/vocabulary';
import type { ProviderIdentity } from './connector.ts';

/** A round trip that shows what comes back and signs nobody in. */
export interface SsoTest {
  readonly id: SsoTestId;
  readonly connectionId: SsoConnectionId;
  /** Of the connection as it was. */
  readonly connectionVersion: number;
  readonly startedBy: AccountId;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly outcome: 'running' | 'succeeded' | 'refused';
  readonly result: SsoTestResult | null;
}

export interface SsoTestResult {
  readonly claims: Readonly<Record<string, unknown>> | null;
  readonly mapped: Pick<ProviderIdentity, 'subject' | 'email' | 'emailVerified' | 'name' | 'groups'> | null;
  readonly decision: TestedDecision | null;
  readonly refusal: { readonly code: SsoRefusalCode; readonly detail: string } | null;
}

/** Which account it would have been. */
export interface TestedDecision {
  readonly kind: 'signs_in' | 'links' | 'proves' | 'creates' | 'refused';
  readonly rule: string | null;
  readonly account: { readonly id: AccountId; readonly name: string; readonly email: string } | null;
  readonly role: Role | null;
}
