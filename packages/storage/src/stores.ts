import type { Stores } from '@latchkey/core';
import { accounts } from './accounts.ts';
import { auditLog } from './audit-log.ts';
import { bearerSessions } from './bearer-sessions.ts';
import { consoleSessions } from './console-sessions.ts';
import type { Database } from './database.ts';
import { deviceGrants } from './device-grants.ts';
import { instance } from './instance.ts';
import { limits } from './limits.ts';
import { outbox } from './outbox.ts';
import { passwords } from './passwords.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { signInPolicy } from './sign-in-policy.ts';
import { workspaces } from './workspaces.ts';

/** The stores of every concept on one database. */
export function storesOn(db: Database): Stores {
  return {
    accounts: accounts(db),
    passwords: passwords(db),
    policy: signInPolicy(db),
    consoleSessions: consoleSessions(db),
    workspaces: workspaces(db),
    deviceGrants: deviceGrants(db),
    bearerSessions: bearerSessions(db),
    attempts: signInAttempts(db),
    audit: auditLog(db),
    outbox: outbox(db),
    limits: limits(db),
    instance: instance(db),
  };
}
