import type { AuditFilter } from '@latchkey/core';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { anyOr } from './any-or.ts';
import type { Schema } from './schema.ts';

/** A filter as parameters of a statement: an empty text is any, and patterns are those of `like`. */
export interface AuditConditions {
  action: string;
  actorId: string;
  subjectId: string;
  workspaceId: string;
  from: number;
  to: number;
  text: string;
}

/** The entries between two numbers, neither of them included. */
export interface AuditRange {
  above: number;
  below: number;
}

export function conditionsOf(filter: AuditFilter): AuditConditions {
  return {
    action: `${literal(filter.action ?? '')}%`,
    actorId: filter.actorId ?? '',
    subjectId: filter.subjectId ?? '',
    workspaceId: filter.workspaceId ?? '',
    from: filter.from?.getTime() ?? 0,
    to: filter.to?.getTime() ?? Number.MAX_SAFE_INTEGER,
    text: `%${literal(filter.text ?? '')}%`,
  };
}

const ID_COLUMNS = {
  actorId: 'audit_entries.actor_id',
  subjectId: 'audit_entries.subject_id',
  workspaceId: 'audit_entries.workspace_id',
} as const;

/** The entries of a range that fit; when they are looked up `by` an id, its index finds them. */
export function matching(db: Kysely<Schema>, input: AuditConditions & AuditRange, by?: keyof typeof ID_COLUMNS) {
  const searched = sql`lower(action || ' ' || ip || ' ' || reference || ' ' || user_agent || ' ' || details)`;
  const all = db
    .selectFrom('audit_entries')
    .where('audit_entries.seq', '>', input.above)
    .where('audit_entries.seq', '<', input.below)
    .where('audit_entries.at', '>=', input.from)
    .where('audit_entries.at', '<', input.to)
    .where(isLike(sql.ref('audit_entries.action'), sql`${input.action}`))
    .where(anyOr(input.actorId, sql.ref('audit_entries.actor_id')))
    .where(anyOr(input.subjectId, sql.ref('audit_entries.subject_id')))
    .where(anyOr(input.workspaceId, sql.ref('audit_entries.workspace_id')))
    .where(isLike(searched, sql`lower(${input.text})`));
  return by === undefined ? all : all.where(sql.ref(ID_COLUMNS[by]), '=', input[by]);
}

function isLike(value: RawBuilder<unknown>, pattern: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`${value} like ${pattern} escape '\\'`;
}

function literal(text: string): string {
  return text.replace(/[%_\\]/g, '\\$&');
}
