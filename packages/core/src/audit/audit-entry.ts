import type { AccountId, ApiKeyId, AuditAction, Id, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Origin } from '../kernel/origin.ts';

/** As what somebody acted; an operator acts at the server's shell. */
export type AuditActor = 'account' | 'administrator' | 'api_key' | 'operator' | 'nobody';

type Detail = string | number | boolean | null | readonly Detail[] | AuditDetails;

/** What else is true about it, never a secret; for a change of settings `before` and `after`. */
export interface AuditDetails {
  readonly [name: string]: Detail;
}

/** Who did what, when and from where; never a secret. */
export interface AuditEntry {
  readonly at: Date;
  readonly action: AuditAction;
  /** `null` when nobody was signed in. */
  readonly actorId: AccountId | ApiKeyId | null;
  /** Named where it is not what the id says: an account for itself, or nobody. */
  readonly actor?: Exclude<AuditActor, 'account' | 'nobody'>;
  /** Whom or what it was done to, where that is not the actor. */
  readonly subjectId?: Id<string>;
  /** In which workspace. */
  readonly workspaceId?: WorkspaceId;
  readonly origin: Origin;
  readonly details: AuditDetails;
}

export function actorOf({ actor, actorId }: Pick<AuditEntry, 'actor' | 'actorId'>): AuditActor {
  return actor ?? (actorId === null ? 'nobody' : 'account');
}
