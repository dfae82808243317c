import type { AccountId } from '@latchkey/contract/vocabulary';

/** What a link does; a link of one purpose is nothing for another. */
export type LinkPurpose = 'password_reset' | 'administrator_sign_in';

/** A link that works once: somebody else's act (an administrator's, the operator's) that its reader completes. */
export interface OneTimeLink {
  readonly tokenHash: string;
  readonly purpose: LinkPurpose;
  readonly accountId: AccountId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const LINK_TOKEN_BYTES = 32;
export const PASSWORD_LINK_TTL_SECONDS = 24 * 3600;
export const ADMINISTRATOR_LINK_TTL_SECONDS = 10 * 60;
