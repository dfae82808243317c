import { setImmediate } from 'node:timers/promises';
import type { AuditFilter, AuditLog, NamedEntry } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { chain } from './audit-chain.ts';
import { AUDIT_COLUMNS, CHAIN_COLUMNS, chainedFrom, entryFrom } from './audit-columns.ts';
import { type AuditConditions, type AuditRange, conditionsOf, matching } from './audit-filter.ts';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { AuditEntryRow, ChainedRow, Schema } from './schema.ts';

/** So many entries are looked through before others get their turn. */
const WINDOW = 20_000;
/** So many are in memory at a time. */
const BATCH_SIZE = 1000;

export function auditLog(db: Database): AuditLog {
  return {
    append: (entry) => db.atomically((transaction) => chain(transaction, [entry])),
    async latest(limit) {
      return (await db.read(latest, { limit })).map(entryFrom);
    },
    async list(filter, { before = Number.MAX_SAFE_INTEGER, limit }) {
      const { statement, window } = searchFor(filter);
      const found: NamedEntry[] = [];
      for (let below = Math.min(before, await nextSeq(db)); below > 1 && found.length < limit; below -= window) {
        const input = { ...conditionsOf(filter), above: below - window - 1, below, limit: limit - found.length };
        found.push(...(await db.read(statement, input)).map(namedFrom));
        await setImmediate();
      }
      return found;
    },
    async *read(filter) {
      const end = await nextSeq(db);
      const [oldest] = await db.read(first, {});
      for (let above = (oldest?.seq ?? end) - 1; above < end - 1; above += BATCH_SIZE) {
        const input = { ...conditionsOf(filter), above, below: Math.min(above + BATCH_SIZE + 1, end) };
        yield* (await db.read(inOrder, input)).map(chainedFrom);
        await setImmediate();
      }
    },
  };
}

interface NamedRow extends AuditEntryRow, ChainedRow {
  actor_name: string | null;
  subject_name: string | null;
  workspace_name: string | null;
}

function namedFrom(row: NamedRow): NamedEntry {
  return {
    ...chainedFrom(row),
    actorName: row.actor_name,
    subjectName: row.subject_name,
    workspaceName: row.workspace_name,
  };
}

async function nextSeq(db: Database): Promise<number> {
  return onlyRow(await db.read(head, {})).seq + 1;
}

const head = (db: Kysely<Schema>) => db.selectFrom('audit_head').select('seq');

const first = (db: Kysely<Schema>) =>
  db.selectFrom('audit_entries').select('seq').where('seq', '>', 0).orderBy('seq').limit(1);

const latest = (db: Kysely<Schema>, { limit }: { limit: number }) =>
  db.selectFrom('audit_entries').select(AUDIT_COLUMNS).where('seq', '>', 0).orderBy('seq', 'desc').limit(limit);

const inOrder = (db: Kysely<Schema>, input: AuditConditions & AuditRange) =>
  matching(db, input).select(AUDIT_COLUMNS).select(CHAIN_COLUMNS).orderBy('audit_entries.seq');

type Search = AuditConditions & AuditRange & { limit: number };

/** The newest first; when they are looked up `by` an id, its index finds them. */
const newest = (by?: 'actorId' | 'subjectId' | 'workspaceId') => (db: Kysely<Schema>, input: Search) =>
  matching(db, input, by)
    .leftJoin('accounts as actors', 'actors.id', 'audit_entries.actor_id')
    .leftJoin('accounts as subjects', 'subjects.id', 'audit_entries.subject_id')
    .leftJoin('api_keys as acting_keys', 'acting_keys.id', 'audit_entries.actor_id')
    .leftJoin('api_keys as subject_keys', 'subject_keys.id', 'audit_entries.subject_id')
    .leftJoin('workspaces', 'workspaces.id', 'audit_entries.workspace_id')
    .select(AUDIT_COLUMNS)
    .select(CHAIN_COLUMNS)
    .select((eb) => [
      eb.fn.coalesce('actors.email', 'acting_keys.name').as('actor_name'),
      eb.fn.coalesce('subjects.email', 'subject_keys.name').as('subject_name'),
      'workspaces.name as workspace_name',
    ])
    .orderBy('audit_entries.seq', 'desc')
    .limit(input.limit);

const NEWEST = {
  any: newest(),
  byActor: newest('actorId'),
  bySubject: newest('subjectId'),
  byWorkspace: newest('workspaceId'),
};

/** Where an id is named its index finds the entries; else they are looked through, a window at a time. */
function searchFor({ actorId, subjectId, workspaceId }: AuditFilter) {
  const window = Number.MAX_SAFE_INTEGER;
  if (actorId !== undefined) return { statement: NEWEST.byActor, window };
  if (subjectId !== undefined) return { statement: NEWEST.bySubject, window };
  if (workspaceId !== undefined) return { statement: NEWEST.byWorkspace, window };
  return { statement: NEWEST.any, window: WINDOW };
}
