import type { GroupFilter, GroupStore, ListedGroup } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import { containing } from './like.ts';
import type { GroupMemberRow, GroupRow, Schema } from './schema.ts';

type Id = GroupRow['id'];

export function groups(db: Database): GroupStore {
  return {
    async add({ id, workspaceId, name, createdAt }) {
      const row = { id, workspace_id: workspaceId, name, created_at: createdAt.getTime() };
      return (await db.write(add, { ...row, search_text: name.toLowerCase() })) === 1;
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && groupFrom(row);
    },
    async list(filter, { offset, limit }) {
      const query = filtered(db.kysely, filter);
      const page = query.orderBy('member_groups.name').orderBy('member_groups.id').offset(offset).limit(limit);
      return { total: await countUpTo(db, query), data: (await db.select(page)).map(groupFrom) };
    },
    rename: async (id, name) => {
      const search_text = name.toLowerCase();
      return (await db.write(rename, { id, name, search_text, same: search_text })) === 1;
    },
    remove: async (id) => (await db.write(remove, { id })) === 1,
    async addMember(group_id, account_id) {
      await db.write(addMember, { group_id, account_id });
    },
    removeMember: async (group_id, account_id) => (await db.write(removeMember, { group_id, account_id })) === 1,
    async searchMembers(id, search, { offset, limit }) {
      const all = members(db.kysely, id);
      const query = search === '' ? all : all.where(containing('accounts.search_text', search));
      const page = query.orderBy('accounts.name').orderBy('accounts.id').offset(offset).limit(limit);
      return { total: await countUpTo(db, query), data: await db.select(page) };
    },
    async webAppsOf(group_id) {
      return (await db.read(chosenBy, { group_id })).map(({ webapp_id }) => webapp_id);
    },
  };
}

const listed = (db: Kysely<Schema>) =>
  db
    .selectFrom('member_groups')
    .leftJoin('workspaces', 'workspaces.id', 'member_groups.workspace_id')
    .select(['member_groups.id', 'member_groups.workspace_id', 'member_groups.name', 'member_groups.created_at'])
    .select('workspaces.name as workspace_name')
    .select(sql<number>`(select count(*) from group_members where group_id = member_groups.id)`.as('member_count'));

const byId = (db: Kysely<Schema>, { id }: { id: Id }) => listed(db).where('member_groups.id', '=', id);

function filtered(db: Kysely<Schema>, { search, choosableBy }: GroupFilter) {
  let query = listed(db);
  if (search !== '') query = query.where(containing('member_groups.search_text', search));
  if (choosableBy !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('member_groups.workspace_id', 'is', null), eb('member_groups.workspace_id', '=', choosableBy)]),
    );
  }
  return query;
}

const add = (db: Kysely<Schema>, row: Schema['member_groups']) =>
  db
    .insertInto('member_groups')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());

const rename = (
  db: Kysely<Schema>,
  { id, same, ...columns }: { id: Id; name: string; search_text: string; same: string },
) =>
  db
    .updateTable('member_groups')
    .set(columns)
    .where('id', '=', id)
    .where(
      sql<boolean>`not exists (
        select 1 from member_groups as other where other.id <> member_groups.id and other.search_text = ${same}
          and coalesce(other.workspace_id, '') = coalesce(member_groups.workspace_id, '')
      )`,
    );

const remove = (db: Kysely<Schema>, { id }: { id: Id }) => db.deleteFrom('member_groups').where('id', '=', id);

const addMember = (db: Kysely<Schema>, row: GroupMemberRow) =>
  db
    .insertInto('group_members')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());

const removeMember = (db: Kysely<Schema>, { group_id, account_id }: GroupMemberRow) =>
  db.deleteFrom('group_members').where('group_id', '=', group_id).where('account_id', '=', account_id);

const members = (db: Kysely<Schema>, id: Id) =>
  db
    .selectFrom('group_members')
    .innerJoin('accounts', 'accounts.id', 'group_members.account_id')
    .select(['accounts.id', 'accounts.name', 'accounts.email', 'accounts.avatar'])
    .where('group_members.group_id', '=', id);

const chosenBy = (db: Kysely<Schema>, { group_id }: { group_id: Id }) =>
  db.selectFrom('webapp_groups').select('webapp_id').where('group_id', '=', group_id);

type ListedRow = GroupRow & { workspace_name: string | null; member_count: number };

function groupFrom(row: ListedRow): ListedGroup {
  return {
    id: row.id,
    name: row.name,
    workspaceId: row.workspace_id,
    createdAt: new Date(row.created_at),
    memberCount: row.member_count,
    workspaceName: row.workspace_name,
  };
}
