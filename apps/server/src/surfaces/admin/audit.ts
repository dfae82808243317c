import { type AdminApi, adminApi, type EndpointInput, type EndpointResult } from '@latchkey/contract';
import type { Id, WorkspaceId } from '@latchkey/contract/vocabulary';
import { type AuditFilter, actorOf, auditLine, type ChainedEntry, type NamedEntry } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { attach } from './attachment.ts';
import { csvLine } from './csv-line.ts';
import { inPieces } from './in-pieces.ts';

/** Who did what: looked through on a page, or carried away as a file. */
export function adminAuditRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(adminApi.listAuditEntries)(async ({ query: { before, limit, ...query } }) => {
    const page = { limit: limit + 1, ...(before !== undefined && { before }) };
    const found = await store.audit.list(filterFrom(query), page);
    const data = found.slice(0, limit).map(wireEntry);
    const hasMore = found.length > limit;
    return { data, has_more: hasMore, next: hasMore ? (data.at(-1)?.seq ?? null) : null };
  });

  implement(adminApi.exportAuditLines)(({ query, reply }) => {
    attach(reply, 'audit', 'jsonl', clock());
    return inPieces(lines(store.audit.read(filterFrom(query))));
  });

  implement(adminApi.exportAuditTable)(({ query, reply }) => {
    attach(reply, 'audit', 'csv', clock());
    return inPieces(rows(store.audit.read(filterFrom(query))));
  });
}

type Query = EndpointInput<AdminApi['exportAuditLines']>['query'];

/** A boundary: UUIDs from outside become ids. */
function filterFrom({ action, actor, subject, workspace, from, to, q }: Query): AuditFilter {
  return {
    ...(action !== undefined && { action }),
    ...(actor !== undefined && { actorId: actor as Id<string> }),
    ...(subject !== undefined && { subjectId: subject as Id<string> }),
    ...(workspace !== undefined && { workspaceId: workspace as WorkspaceId }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
    text: q,
  };
}

function wireEntry(named: NamedEntry): EndpointResult<AdminApi['listAuditEntries']>['data'][number] {
  const { seq, entry, previousHash, hash, actorName, subjectName, workspaceName } = named;
  const { at, action, actorId, subjectId, workspaceId, origin, details } = entry;
  return {
    seq,
    at: at.toISOString(),
    action,
    actor: { kind: actorOf(entry), id: actorId, name: actorName },
    subject: subjectId === undefined ? null : { id: subjectId, name: subjectName },
    workspace: workspaceId === undefined ? null : { id: workspaceId, name: workspaceName },
    ip: origin.ip,
    user_agent: origin.userAgent,
    reference: origin.reference,
    details,
    previous_hash: previousHash,
    hash,
  };
}

async function* lines(entries: AsyncIterable<ChainedEntry>): AsyncIterable<string> {
  for await (const entry of entries) yield `${auditLine(entry)}\n`;
}

const COLUMNS = [
  'seq',
  'at',
  'action',
  'actor_kind',
  'actor_id',
  'subject_id',
  'workspace_id',
  'ip',
  'user_agent',
  'reference',
  'details',
  'previous_hash',
  'hash',
];

async function* rows(entries: AsyncIterable<ChainedEntry>): AsyncIterable<string> {
  yield csvLine(COLUMNS);
  for await (const { seq, entry, previousHash, hash } of entries) {
    const { at, action, actorId, subjectId = null, workspaceId = null, origin } = entry;
    const who = [actorOf(entry), actorId, subjectId, workspaceId, origin.ip, origin.userAgent, origin.reference];
    yield csvLine([seq, at.toISOString(), action, ...who, JSON.stringify(entry.details), previousHash, hash]);
  }
}
