import type { Access, WebApp, WebAppFilter, WebAppStore } from '@latchkey/core';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import { containing } from './like.ts';
import { onlyRow } from './only-row.ts';
import type { AccountRow, Schema } from './schema.ts';
import { WEBAPP_COLUMNS, webAppFrom, webAppRow } from './webapp-columns.ts';
import { isMember, VISITOR_COLUMNS, visitorFrom } from './webapp-visitor.ts';

type Id = WebApp['id'];
type Row = ReturnType<typeof webAppRow>;
type AccountId = AccountRow['id'];

export function webApps(db: Database): WebAppStore {
  return {
    add: async (webApp) => (await db.write(add, webAppRow(webApp))) === 1,
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && webAppFrom(row);
    },
    async findByCode(code) {
      const [row] = await db.read(byCode, { code });
      return row && webAppFrom(row);
    },
    async findByHost(host) {
      const [row] = await db.read(byHost, { host });
      return row && webAppFrom(row);
    },
    async list(filter, { offset, limit }) {
      const query = filtered(db.kysely, filter);
      const page = query.orderBy('webapps.name').orderBy('webapps.id').offset(offset).limit(limit);
      return { total: await countUpTo(db, query), data: (await db.select(page)).map(webAppFrom) };
    },
    async change(id, changes) {
      const [row] = await db.read(byId, { id });
      if (row === undefined) return false;
      const next = webAppRow({ ...webAppFrom(row), ...changes });
      return (await db.write(replace, { ...next, same_code: next.code, same_host: next.host, other_than: id })) === 1;
    },
    remove: async (id) => (await db.write(remove, { id })) === 1,
    choose: (webapp_id, { groupIds, accountIds }) =>
      db.atomically(async (transaction) => {
        await transaction.write(forgetGroups, { webapp_id });
        await transaction.write(forgetAccounts, { webapp_id });
        for (const group_id of new Set(groupIds)) await transaction.write(chooseGroup, { webapp_id, group_id });
        for (const account_id of new Set(accountIds)) await transaction.write(chooseAccount, { webapp_id, account_id });
      }),
    async chosen(id) {
      const groups = await db.read(chosenGroups, { id });
      const people = await db.read(chosenAccounts, { id });
      return { groups: groups.map(({ id, name, count }) => ({ id, name, memberCount: count })), people };
    },
    async standing(id, accountId) {
      const [row] = await db.read(standing, { id, accountId });
      if (row === undefined) return undefined;
      const groups = await db.read(groupsOf, { id, accountId });
      return { visitor: visitorFrom(row), isChosenByName: row.is_chosen_by_name === 1, groups };
    },
    async listStandings(accountId) {
      const rows = await db.read(standings, { accountId });
      return rows.map((row) => ({ webApp: webAppFrom(row), visitor: visitorFrom(row) }));
    },
    async countLetIn(access, first) {
      const query = letIn(db.kysely, access);
      const counted = query.clearSelect().select((eb) => eb.fn.countAll<number>().as('count'));
      const { count } = onlyRow(await db.select(counted));
      return { count, first: await db.select(query.orderBy('accounts.name').orderBy('accounts.id').limit(first)) };
    },
    async letIn(access, accountIds) {
      if (accountIds.length === 0) return new Set();
      const rows = await db.select(letIn(db.kysely, access).where('accounts.id', 'in', [...accountIds]));
      return new Set(rows.map(({ id }) => id));
    },
  };
}

const published = (db: Kysely<Schema>) =>
  db.selectFrom('webapps').innerJoin('workspaces', 'workspaces.id', 'webapps.workspace_id').select(WEBAPP_COLUMNS);

const byId = (db: Kysely<Schema>, { id }: { id: Id }) => published(db).where('webapps.id', '=', id);

const byCode = (db: Kysely<Schema>, { code }: { code: string }) => published(db).where('webapps.code', '=', code);

const byHost = (db: Kysely<Schema>, { host }: { host: string }) => published(db).where('webapps.host', '=', host);

function filtered(db: Kysely<Schema>, { search, workspaceId }: WebAppFilter) {
  let query = published(db);
  if (search !== '') query = query.where(containing('webapps.search_text', search));
  if (workspaceId !== undefined) query = query.where('webapps.workspace_id', '=', workspaceId);
  return query;
}

// Two keys may conflict: the code and the host.
const add = (db: Kysely<Schema>, row: Row) =>
  db
    .insertInto('webapps')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());

const replace = (
  db: Kysely<Schema>,
  {
    id: _id,
    other_than,
    same_code,
    same_host,
    ...columns
  }: Row & { other_than: Id; same_code: string; same_host: string | null },
) =>
  db
    .updateTable('webapps')
    .set(columns)
    .where('webapps.id', '=', other_than)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('webapps as other')
            .select('other.id')
            .whereRef('other.id', '!=', 'webapps.id')
            .where((either) => either.or([either('other.code', '=', same_code), either('other.host', '=', same_host)])),
        ),
      ),
    );

const remove = (db: Kysely<Schema>, { id }: { id: Id }) => db.deleteFrom('webapps').where('id', '=', id);

const forgetGroups = (db: Kysely<Schema>, { webapp_id }: { webapp_id: Id }) =>
  db.deleteFrom('webapp_groups').where('webapp_id', '=', webapp_id);

const forgetAccounts = (db: Kysely<Schema>, { webapp_id }: { webapp_id: Id }) =>
  db.deleteFrom('webapp_accounts').where('webapp_id', '=', webapp_id);

const chooseGroup = (db: Kysely<Schema>, row: Schema['webapp_groups']) => db.insertInto('webapp_groups').values(row);

const chooseAccount = (db: Kysely<Schema>, row: Schema['webapp_accounts']) =>
  db.insertInto('webapp_accounts').values(row);

const chosenGroups = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db
    .selectFrom('webapp_groups')
    .innerJoin('member_groups', 'member_groups.id', 'webapp_groups.group_id')
    .select(['member_groups.id', 'member_groups.name'])
    .select(sql<number>`(select count(*) from group_members where group_id = member_groups.id)`.as('count'))
    .where('webapp_groups.webapp_id', '=', id)
    .orderBy('member_groups.name')
    .orderBy('member_groups.id');

const chosenAccounts = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db
    .selectFrom('webapp_accounts')
    .innerJoin('accounts', 'accounts.id', 'webapp_accounts.account_id')
    .select(['accounts.id', 'accounts.name', 'accounts.email'])
    .where('webapp_accounts.webapp_id', '=', id)
    .orderBy('accounts.name')
    .orderBy('accounts.id');

const standing = (db: Kysely<Schema>, { id, accountId }: { id: Id; accountId: AccountId }) =>
  db
    .selectFrom('accounts')
    .innerJoin('webapps', (join) => join.on('webapps.id', '=', id))
    .select(VISITOR_COLUMNS)
    .where('accounts.id', '=', accountId);

const groupsOf = (db: Kysely<Schema>, { id, accountId }: { id: Id; accountId: AccountId }) =>
  db
    .selectFrom('webapp_groups')
    .innerJoin('group_members', 'group_members.group_id', 'webapp_groups.group_id')
    .innerJoin('member_groups', 'member_groups.id', 'webapp_groups.group_id')
    .select(['member_groups.id', 'member_groups.name'])
    .where('webapp_groups.webapp_id', '=', id)
    .where('group_members.account_id', '=', accountId)
    .orderBy('member_groups.name');

const standings = (db: Kysely<Schema>, { accountId }: { accountId: AccountId }) =>
  published(db)
    .innerJoin('accounts', (join) => join.on('accounts.id', '=', accountId))
    .select(VISITOR_COLUMNS)
    .where('webapps.is_enabled', '=', 1)
    .orderBy('webapps.name')
    .orderBy('webapps.id');

/** Active members that an access mode lets in. */
function letIn(db: Kysely<Schema>, { accessMode, groupIds, accountIds }: Access) {
  const members = db
    .selectFrom('accounts')
    .select(['accounts.id', 'accounts.name', 'accounts.email'])
    .where('accounts.status', '=', 'active')
    .where(isMember, '=', 1);
  if (accessMode === 'private_all') return members;
  return members.where((eb) =>
    eb.or([
      sql<SqlBool>`1 = 0`,
      ...(accountIds.length > 0 ? [eb('accounts.id', 'in', [...accountIds])] : []),
      ...(groupIds.length > 0
        ? [
            eb.exists(
              eb
                .selectFrom('group_members')
                .select('group_members.account_id')
                .whereRef('group_members.account_id', '=', 'accounts.id')
                .where('group_members.group_id', 'in', [...groupIds]),
            ),
          ]
        : []),
    ]),
  );
}
