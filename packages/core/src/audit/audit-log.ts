import type { Id, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { AuditEntry } from './audit-entry.ts';
import type { ChainedEntry } from './chained-entry.ts';

/** Which entries; what is left out does not matter. */
export interface AuditFilter {
  /** How the action begins, such as `account.`. */
  readonly action?: string;
  readonly actorId?: Id<string>;
  readonly subjectId?: Id<string>;
  readonly workspaceId?: WorkspaceId;
  readonly from?: Date;
  /** Not included. */
  readonly to?: Date;
  /** Part of the action, the address, the browser, the reference or the details, in whatever case. */
  readonly text?: string;
}

/**
 * An entry with what its ids are called today: the address of an account, the name of an API key or of a workspace;
 * `null` for what is gone or is something else.
 */
export interface NamedEntry extends ChainedEntry {
  readonly actorName: string | null;
  readonly subjectName: string | null;
  readonly workspaceName: string | null;
}

/**
 * Only ever grows; at most its oldest entries go, after the time they are kept. Entries are chained when they are
 * written: however many write at once, on however many replicas, the numbers have no gap and the chain no fork.
 */
export interface AuditLog {
  /** In a transaction, the entry is written at its very end, in the order of the calls. */
  append(entry: AuditEntry): Promise<void>;
  /** The newest entries, newest first. */
  latest(limit: number): Promise<AuditEntry[]>;
  /** The newest entries with a number below `before`, newest first. */
  list(filter: AuditFilter, page: { readonly before?: number; readonly limit: number }): Promise<NamedEntry[]>;
  /** All entries there are at the start, oldest first; only a few at a time are in memory. */
  read(filter: AuditFilter): AsyncIterable<ChainedEntry>;
}
