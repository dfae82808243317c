import type { SsoConnectionId } from '@latchkey/contract/vocabulary';

/** An identity that found no account by itself and waits, in one browser, for somebody to prove theirs. */
export interface PendingLink {
  readonly tokenHash: string;
  readonly connectionId: SsoConnectionId;
  readonly subject: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const PENDING_LINK_TTL_SECONDS = 30 * 60;
export const PENDING_LINK_BYTES = 32;
