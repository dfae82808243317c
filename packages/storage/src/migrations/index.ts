import { oneSignIn } from './0001-one-sign-in.ts';
import { outbox } from './0002-outbox.ts';
import { auditChain } from './0003-audit-chain.ts';
import { people } from './0004-people.ts';
import { webApps } from './0005-webapps.ts';
import { sso } from './0006-sso.ts';
import { externalTerminals } from './0007-external-terminals.ts';
import { lists } from './0008-lists.ts';
import type { Migration } from './migration.ts';

/** In the order they run; the number of a migration is the version of the database after it. */
export const MIGRATIONS: readonly Migration[] = [
  oneSignIn,
  outbox,
  auditChain,
  people,
  webApps,
  sso,
  externalTerminals,
  lists,
];
