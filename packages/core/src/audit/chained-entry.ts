import type { AuditEntry } from './audit-entry.ts';

/** An entry in its place: numbered without a gap, and bound by its hash to everything before it. */
export interface ChainedEntry {
  /** From 1. */
  readonly seq: number;
  readonly entry: AuditEntry;
  readonly previousHash: string;
  /** SHA-256 over {@link canonicalText}, in hex. */
  readonly hash: string;
}

/** What the first entry names as the hash before it. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);
