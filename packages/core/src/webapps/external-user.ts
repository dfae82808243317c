import type { ExternalUserId, SsoConnectionId } from '@latchkey/contract/vocabulary';

/** Somebody known only to an identity provider, who opens WebApps and never becomes an account. */
export interface ExternalUser {
  readonly id: ExternalUserId;
  /** Identity is (connection, subject) and nothing else. */
  readonly connectionId: SsoConnectionId;
  readonly subject: string;
  readonly email: string | null;
  readonly name: string | null;
  /** When administrators closed the WebApps to them. */
  readonly refusedAt: Date | null;
  readonly createdAt: Date;
  readonly lastVisitAt: Date;
}
