import type { BearerSession } from '../bearer-sessions/bearer-session.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession, ConsoleSession } from './console-session.ts';

export interface SignIns {
  readonly browsers: readonly ConsoleSession[];
  readonly terminals: readonly BearerSession[];
}

/** More terminals than one person reads; the rest shows once some are ended. */
const MOST_TERMINALS = 200;

/** Where an account is signed in: browsers and terminals that still work, newest first. */
export async function listSignIns({ store, clock }: Platform, actor: AdmittedSession): Promise<SignIns> {
  const now = clock();
  const browsers = await store.consoleSessions.listLive(actor.account.id, now);
  const page = { offset: 0, limit: MOST_TERMINALS };
  const { sessions: terminals } = await store.bearerSessions.listLive(actor.account.id, now, page);
  return { browsers, terminals };
}
