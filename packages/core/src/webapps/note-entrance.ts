import type { EntranceWay } from '@latchkey/contract/vocabulary';
import type { Origin } from '../kernel/origin.ts';
import type { Stores } from '../kernel/store.ts';
import type { Visitor } from './decide-access.ts';
import type { PublishedWebApp } from './webapp.ts';

interface Entrance {
  readonly at: Date;
  readonly origin: Origin;
  readonly webApp: Pick<PublishedWebApp, 'id' | 'code' | 'workspaceId'>;
  readonly visitor: Visitor;
  /** `door`: Latchkey's own page. `passport`: Dify's wire. */
  readonly way: EntranceWay;
}

/** Writes down that somebody was let into a WebApp, inside of the caller's transaction. */
export async function noteEntrance({ attempts, audit }: Stores, entrance: Entrance): Promise<void> {
  const { at, origin, webApp, visitor, way } = entrance;
  const { id: subjectId, workspaceId, code } = webApp;
  const who = attemptOf(visitor);
  const details = { webapp: code, way };
  await attempts.append({ ...who, origin, at, refusal: null, rule: null, details });
  const entry = { at, actorId: who.accountId, subjectId, workspaceId, origin };
  await audit.append({ ...entry, action: 'webapp.entered', details: { ...details, visitor: visitor.kind } });
}

/** Whose try at a WebApp it was, as the list of sign-in attempts keeps it. */
export function attemptOf(visitor: Visitor) {
  const account = visitor.kind === 'member' ? visitor.account : undefined;
  const email = account?.email ?? (visitor.kind === 'external' ? visitor.user.email : null) ?? '';
  return { method: 'webapp' as const, email, accountId: account?.id ?? null };
}
