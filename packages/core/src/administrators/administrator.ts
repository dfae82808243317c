import type { AccountId, AdminScope, AdminSessionId, ApiKeyId, IdentityId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { AuditEntry } from '../audit/audit-entry.ts';

/** An entry of the list of system administrators. Being on it makes nobody a member of anything. */
export interface Administrator {
  readonly account: Account;
  /** One of their own: one that an administrator made runs out, and is no way in to rely on. */
  readonly hasPassword: boolean;
  /** A linked identity of a connection that opens the administration. */
  readonly hasIdentity: boolean;
  readonly addedAt: Date;
}

/** A session in the administration pages: their own door, apart from the console's. */
export interface AdminSession {
  readonly id: AdminSessionId;
  readonly accountId: AccountId;
  readonly tokenHash: string;
  /** Came in by a link cut at the server's shell; may set a password without knowing the old one. */
  readonly isByLink: boolean;
  readonly ip: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** What opened it through single sign-on; it ends with that. */
  readonly identityId: IdentityId | null;
  readonly providerSession: string | null;
}

/** A named secret with which a script administrates. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly prefix: string;
  readonly tokenHash: string;
  readonly scopes: readonly AdminScope[];
  readonly createdBy: AccountId;
  readonly createdAt: Date;
  /** `null`: it does not expire. */
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Who administrates. */
export type AdminActor =
  | { readonly kind: 'administrator'; readonly account: Account; readonly session: AdminSession }
  /** For the account of its maker. */
  | { readonly kind: 'api_key'; readonly account: Account; readonly key: ApiKey }
  /** At the server's shell. */
  | { readonly kind: 'operator' };

export const ADMIN_SESSION_SECONDS = 12 * 3600;
/** An administration that nobody uses for this long is closed. */
export const ADMIN_SESSION_IDLE_SECONDS = 3600;
export const ADMIN_SESSION_TOKEN_BYTES = 32;
export const API_KEY_PREFIX = 'lka_';
export const API_KEY_BYTES = 32;

/** Whether a person could open the administration: by password or single sign-on, whatever the policy says. */
export function hasWayIn({ account, hasPassword, hasIdentity }: Omit<Administrator, 'addedAt'>): boolean {
  return account.status === 'active' && (hasPassword || hasIdentity);
}

/** Who did it, as the audit log has it. */
export function auditedAs(actor: AdminActor): Pick<AuditEntry, 'actorId' | 'actor'> {
  switch (actor.kind) {
    case 'administrator':
      return { actorId: actor.account.id, actor: 'administrator' };
    case 'api_key':
      return { actorId: actor.key.id, actor: 'api_key' };
    case 'operator':
      return { actorId: null, actor: 'operator' };
  }
}

/** Whose name stands on what they send. */
export function nameOf(actor: AdminActor): string {
  return actor.kind === 'operator' ? 'The operator' : actor.account.name;
}
