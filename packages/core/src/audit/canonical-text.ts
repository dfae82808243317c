import { actorOf } from './audit-entry.ts';
import type { ChainedEntry } from './chained-entry.ts';

/** Rises when the text of an entry changes; entries that are written keep theirs. */
const VERSION = 1;

/**
 * The text that an entry's hash is taken over: JSON in UTF-8 with these members in this order, without white space.
 * DEL is escaped as well, so that `jq` writes the same text.
 */
export function canonicalText({ seq, entry, previousHash }: Omit<ChainedEntry, 'hash'>): string {
  const { at, action, actorId, subjectId, workspaceId, origin, details } = entry;
  return JSON.stringify({
    v: VERSION,
    seq,
    at: at.toISOString(),
    action,
    actor: { kind: actorOf(entry), id: actorId },
    subject_id: subjectId ?? null,
    workspace_id: workspaceId ?? null,
    ip: origin.ip,
    user_agent: origin.userAgent,
    reference: origin.reference,
    details,
    previous_hash: previousHash,
  }).replaceAll('\u007f', '\\u007f');
}
