import type { AuditEntry, AuditLog } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { AuditEntryRow, Schema } from './schema.ts';

export function auditLog(db: Database): AuditLog {
  return {
    async append(entry) {
      await db.write(append, entryRow(entry));
    },
    async latest(limit) {
      return (await db.read(latest, { limit })).map(entryFrom);
    },
  };
}

const append = (db: Kysely<Schema>, row: AuditEntryRow) => db.insertInto('audit_entries').values(row);

const latest = (db: Kysely<Schema>, { limit }: { limit: number }) =>
  db
    .selectFrom('audit_entries')
    .select(['at', 'action', 'actor_id', 'ip', 'user_agent', 'reference', 'details'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);

function entryFrom(row: AuditEntryRow): AuditEntry {
  return {
    at: new Date(row.at),
    action: row.action,
    actorId: row.actor_id,
    origin: { ip: row.ip, userAgent: row.user_agent, reference: row.reference },
    details: JSON.parse(row.details),
  };
}

function entryRow({ at, action, actorId, origin, details }: AuditEntry): AuditEntryRow {
  return {
    at: at.getTime(),
    action,
    actor_id: actorId,
    ip: origin.ip,
    user_agent: origin.userAgent,
    reference: origin.reference,
    details: JSON.stringify(details),
  };
}
