import type { AuditEntry, ChainedEntry } from '@latchkey/core';
import type { AuditEntryRow, ChainedRow } from './schema.ts';

export const AUDIT_COLUMNS = [
  'audit_entries.at',
  'audit_entries.action',
  'audit_entries.actor_id',
  'audit_entries.actor',
  'audit_entries.subject_id',
  'audit_entries.workspace_id',
  'audit_entries.ip',
  'audit_entries.user_agent',
  'audit_entries.reference',
  'audit_entries.details',
] as const;

export const CHAIN_COLUMNS = ['audit_entries.seq', 'audit_entries.previous_hash', 'audit_entries.hash'] as const;

export function entryFrom(row: AuditEntryRow): AuditEntry {
  return {
    at: new Date(row.at),
    action: row.action,
    actorId: row.actor_id,
    ...(row.actor !== null && { actor: row.actor }),
    ...(row.subject_id !== null && { subjectId: row.subject_id }),
    ...(row.workspace_id !== null && { workspaceId: row.workspace_id }),
    origin: { ip: row.ip, userAgent: row.user_agent, reference: row.reference },
    details: JSON.parse(row.details),
  };
}

export function chainedFrom(row: AuditEntryRow & ChainedRow): ChainedEntry {
  return { seq: row.seq, entry: entryFrom(row), previousHash: row.previous_hash, hash: row.hash };
}

export function entryRow(entry: AuditEntry): AuditEntryRow {
  return {
    at: entry.at.getTime(),
    action: entry.action,
    actor_id: entry.actorId,
    actor: entry.actor ?? null,
    subject_id: entry.subjectId ?? null,
    workspace_id: entry.workspaceId ?? null,
    ip: entry.origin.ip,
    user_agent: entry.origin.userAgent,
    reference: entry.origin.reference,
    details: JSON.stringify(entry.details),
  };
}
