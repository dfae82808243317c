import { type AppSession, type AppSessionStore, MOST_JUDGED, type Visit, type Visitor } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { dateOrNull } from './epoch-ms.ts';
import type { AccountRow, AppSessionRow, ConsoleSessionRow, ExternalUserRow, Schema } from './schema.ts';
import { WEBAPP_COLUMNS, type WebAppColumns, webAppFrom } from './webapp-columns.ts';
import { VISITOR_COLUMNS, type VisitorColumns, visitorFrom } from './webapp-visitor.ts';

type WebAppId = AppSessionRow['webapp_id'];

/** Fewer parameters than a statement of either engine may have. */
const AT_ONCE = 500;

export function webAppSessions(db: Database): AppSessionStore {
  return {
    async add(session) {
      await db.write(add, rowOf(session));
    },
    async open({ codeHash, nonceHash, tokenHash, webAppId, now, expiresAt, before }) {
      const input = {
        code_hash: codeHash,
        nonce_hash: nonceHash,
        token_hash: tokenHash,
        webapp_id: webAppId,
        now: now.getTime(),
        expires_at: expiresAt.getTime(),
        proven_passphrase: before?.provenPassphrase ?? null,
        share_link_id: before?.shareLinkId ?? null,
      };
      return (await db.write(open, input)) === 1;
    },
    async findVisit(token_hash, now) {
      const [row] = await db.read(visit, { token_hash, now: now.getTime() });
      return row && visitFrom(row, now);
    },
    async findVisits(tokenHashes, now) {
      const found: Visit[] = [];
      for (let from = 0; from < tokenHashes.length; from += AT_ONCE) {
        const some = tokenHashes.slice(from, from + AT_ONCE);
        const query = openVisits(db.kysely)
          .where('app_sessions.token_hash', 'in', some)
          .where('app_sessions.expires_at', '>', now.getTime());
        found.push(...(await db.select(query)).map((row) => visitFrom(row, now)));
      }
      return found;
    },
    async listVisits(webapp_id, now, accountId) {
      const input = { webapp_id, now: now.getTime() };
      const rows =
        accountId === undefined ? await db.read(visits, input) : await db.read(visitsOf, { ...input, accountId });
      return rows.map((row) => visitFrom(row, now));
    },
    remove: async (token_hash) => (await db.write(remove, { token_hash })) === 1,
    removeExternal: (external_user_id, now) => db.write(removeExternal, { external_user_id, now: now.getTime() }),
    async removeAll() {
      await db.write(removeAll, {});
    },
  };
}

const add = (db: Kysely<Schema>, row: AppSessionRow) => db.insertInto('app_sessions').values(row);

const open = (
  db: Kysely<Schema>,
  {
    code_hash,
    nonce_hash,
    now,
    webapp_id,
    proven_passphrase,
    share_link_id,
    ...opened
  }: Pick<AppSessionRow, 'token_hash' | 'webapp_id' | 'expires_at' | 'proven_passphrase' | 'share_link_id'> & {
    code_hash: string;
    nonce_hash: string;
    now: number;
  },
) =>
  db
    .updateTable('app_sessions')
    .set((eb) => ({
      ...opened,
      nonce_hash: null,
      proven_passphrase: eb.fn.coalesce('proven_passphrase', eb.val(proven_passphrase)),
      share_link_id: eb.fn.coalesce('share_link_id', eb.val(share_link_id)),
    }))
    .where('token_hash', '=', code_hash)
    .where('nonce_hash', '=', nonce_hash)
    .where('webapp_id', '=', webapp_id)
    .where('expires_at', '>', now);

const openVisits = (db: Kysely<Schema>) =>
  db
    .selectFrom('app_sessions')
    .innerJoin('webapps', 'webapps.id', 'app_sessions.webapp_id')
    .innerJoin('workspaces', 'workspaces.id', 'webapps.workspace_id')
    .leftJoin('console_sessions', 'console_sessions.id', 'app_sessions.console_session_id')
    .leftJoin('accounts', 'accounts.id', 'console_sessions.account_id')
    .leftJoin('external_users', 'external_users.id', 'app_sessions.external_user_id')
    .leftJoin('share_links', 'share_links.id', 'app_sessions.share_link_id')
    .select([
      'app_sessions.token_hash',
      'app_sessions.console_session_id',
      'app_sessions.external_user_id',
      'app_sessions.proven_passphrase',
      'app_sessions.share_link_id',
      'app_sessions.ip',
      'app_sessions.created_at',
      'app_sessions.expires_at',
    ])
    .select(['console_sessions.expires_at as signed_in_until', 'console_sessions.revoked_at as signed_out_at'])
    .select([
      'external_users.connection_id as external_connection_id',
      'external_users.name as external_name',
      'external_users.email as external_email',
      'external_users.refused_at as external_refused_at',
    ])
    .select('share_links.expires_at as link_expires_at')
    .select(WEBAPP_COLUMNS)
    .select(VISITOR_COLUMNS)
    .where('app_sessions.nonce_hash', 'is', null);

const visit = (db: Kysely<Schema>, { token_hash, now }: { token_hash: string; now: number }) =>
  openVisits(db).where('app_sessions.token_hash', '=', token_hash).where('app_sessions.expires_at', '>', now);

const visits = (db: Kysely<Schema>, { webapp_id, now }: { webapp_id: WebAppId; now: number }) =>
  openVisits(db)
    .where('app_sessions.webapp_id', '=', webapp_id)
    .where('app_sessions.expires_at', '>', now)
    .limit(MOST_JUDGED);

const visitsOf = (
  db: Kysely<Schema>,
  { accountId, ...input }: { webapp_id: WebAppId; now: number; accountId: AccountRow['id'] },
) => visits(db, input).where('console_sessions.account_id', '=', accountId);

const remove = (db: Kysely<Schema>, { token_hash }: { token_hash: string }) =>
  db.deleteFrom('app_sessions').where('token_hash', '=', token_hash);

const removeExternal = (
  db: Kysely<Schema>,
  { external_user_id, now }: { external_user_id: ExternalUserRow['id']; now: number },
) =>
  db
    .deleteFrom('app_sessions')
    .where('external_user_id', '=', external_user_id)
    .where('nonce_hash', 'is', null)
    .where('expires_at', '>', now);

const removeAll = (db: Kysely<Schema>) => db.deleteFrom('app_sessions');

type VisitRow = Omit<AppSessionRow, 'nonce_hash' | 'webapp_id'> &
  WebAppColumns & { [Column in keyof VisitorColumns]: VisitorColumns[Column] | null } & {
    signed_in_until: ConsoleSessionRow['expires_at'] | null;
    signed_out_at: ConsoleSessionRow['revoked_at'];
    external_connection_id: ExternalUserRow['connection_id'] | null;
    external_name: ExternalUserRow['name'];
    external_email: ExternalUserRow['email'];
    external_refused_at: ExternalUserRow['refused_at'];
    link_expires_at: number | null;
  };

function visitFrom(row: VisitRow, now: Date): Visit {
  return {
    session: {
      tokenHash: row.token_hash,
      nonceHash: null,
      webAppId: row.webapp_id,
      consoleSessionId: row.console_session_id,
      externalUserId: row.external_user_id,
      provenPassphrase: row.proven_passphrase,
      shareLinkId: row.share_link_id,
      ip: row.ip,
      createdAt: new Date(row.created_at),
      expiresAt: new Date(row.expires_at),
    },
    webApp: webAppFrom(row),
    visitor: whoFrom(row, now),
    shareLinkExpiresAt: dateOrNull(row.link_expires_at),
  };
}

/** A member is nobody once the sign-in behind the session has ended. */
function whoFrom(row: VisitRow, now: Date): Visitor {
  const { external_user_id: id, external_connection_id: connectionId } = row;
  if (id !== null && connectionId !== null) {
    const { external_name: name, external_email: email } = row;
    return {
      kind: 'external',
      user: { id, connectionId, name, email, refusedAt: dateOrNull(row.external_refused_at) },
    };
  }
  const isSignedIn = row.signed_in_until !== null && row.signed_out_at === null && row.signed_in_until > now.getTime();
  return isSignedIn && isAccount(row) ? visitorFrom(row) : { kind: 'nobody' };
}

function isAccount(row: VisitRow): row is VisitRow & VisitorColumns {
  return row.account_id !== null;
}

function rowOf(session: AppSession): AppSessionRow {
  return {
    token_hash: session.tokenHash,
    nonce_hash: session.nonceHash,
    webapp_id: session.webAppId,
    console_session_id: session.consoleSessionId,
    external_user_id: session.externalUserId,
    proven_passphrase: session.provenPassphrase,
    share_link_id: session.shareLinkId,
    ip: session.ip,
    created_at: session.createdAt.getTime(),
    expires_at: session.expiresAt.getTime(),
  };
}
