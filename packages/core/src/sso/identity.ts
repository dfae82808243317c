import type { AccountId, IdentityId, IdentityRule, SsoConnectionId } from '@latchkey/contract/vocabulary';

/** A provider's subject that signs in as an account. Identity is (connection, subject) and nothing else. */
export interface Identity {
  readonly id: IdentityId;
  readonly connectionId: SsoConnectionId;
  /** Compared byte by byte. */
  readonly subject: string;
  readonly accountId: AccountId;
  /** As the provider said it last; a label. */
  readonly email: string | null;
  readonly name: string | null;
  /** Why it is linked. */
  readonly rule: IdentityRule;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What opened a session, so that the session ends with it. */
export interface SessionProof {
  readonly identityId: IdentityId;
  /** The provider's name for its own session. */
  readonly providerSession: string | null;
  /** When the provider has to be asked again. */
  readonly endsAt: Date;
}
