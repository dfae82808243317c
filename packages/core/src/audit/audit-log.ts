import type { AuditEntry } from './audit-entry.ts';

/** Only ever grows. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** The newest entries, newest first. */
  latest(limit: number): Promise<AuditEntry[]>;
}
