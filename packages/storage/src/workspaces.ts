import type {
  JoinedWorkspace,
  ListedWorkspace,
  Membership,
  WorkspaceFilter,
  WorkspaceOrder,
  WorkspaceStore,
} from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import { containing } from './like.ts';
import { readInBatches } from './read-in-batches.ts';
import type { MembershipRow, Schema, WorkspaceRow } from './schema.ts';
import { MEMBERS, memberFrom } from './workspace-members.ts';

type Id = WorkspaceRow['id'];
type Place = Pick<MembershipRow, 'workspace_id' | 'account_id'>;

export function workspaces(db: Database): WorkspaceStore {
  return {
    async add({ id, name, status, createdAt }) {
      await db.write(add, { id, name, status, created_at: createdAt.getTime(), search_text: name.toLowerCase() });
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && workspaceFrom(row);
    },
    async findListed(id) {
      const [row] = await db.select(withOwner(db.kysely.selectFrom('workspaces').where('workspaces.id', '=', id)));
      return row && listedFrom(row);
    },
    async change(id, { name, status }) {
      if (name !== undefined) await db.write(rename, { id, name, search_text: name.toLowerCase() });
      if (status !== undefined) await db.write(setStatus, { id, status });
    },
    remove: async (id) => (await db.write(remove, { id })) === 1,
    async list(filter, { offset, limit }) {
      const query = filtered(db.kysely, filter);
      const direction = filter.descending ? 'desc' : 'asc';
      const page = withOwner(query).orderBy(sql.ref(SORTS[filter.sort]), direction).orderBy('workspaces.id', direction);
      const rows = await db.select(page.offset(offset).limit(limit));
      return { total: await countUpTo(db, query), data: rows.map(listedFrom) };
    },
    read: (filter) =>
      readInBatches(async (after, limit) => {
        const query = filtered(db.kysely, filter).where('workspaces.id', '>', after).orderBy('workspaces.id');
        return (await db.select(withOwner(query).limit(limit))).map(listedFrom);
      }),
    async addMember(membership) {
      return (await db.write(addMember, membershipRow(membership))) === 1;
    },
    async findMember(workspace_id, account_id) {
      const [row] = await db.read(member, { workspace_id, account_id });
      return row && membershipFrom(row);
    },
    async listMembers(workspaceId) {
      return (await db.read(MEMBERS, { workspaceId })).map(memberFrom);
    },
    async searchMembers(workspaceId, search, { offset, limit }) {
      const all = MEMBERS(db.kysely, { workspaceId });
      const query = search === '' ? all : all.where(containing('accounts.search_text', search));
      const rows = await db.select(query.offset(offset).limit(limit));
      return { total: await countUpTo(db, query), data: rows.map(memberFrom) };
    },
    setRole: async (workspace_id, account_id, role) =>
      (await db.write(setRole, { workspace_id, account_id, role })) === 1,
    removeMember: async (workspace_id, account_id) =>
      (await db.write(removeMember, { workspace_id, account_id })) === 1,
    handOver: (workspace_id, from, to) =>
      db.atomically(async (transaction) => {
        if ((await transaction.read(member, { workspace_id, account_id: to })).length === 0 || from === to)
          return false;
        if ((await transaction.write(stepDown, { workspace_id, account_id: from })) === 0) return false;
        await transaction.write(stepUp, { workspace_id, account_id: to });
        return true;
      }),
    async listOf(accountId) {
      return (await db.read(joinedBy, { accountId })).map(joinedFrom);
    },
  };
}

/** As an order of the database: but for the last, one that an index has. */
const SORTS = {
  name: 'workspaces.search_text',
  created_at: 'workspaces.created_at',
  member_count: 'member_count',
} as const satisfies Record<WorkspaceOrder['sort'], string>;

function filtered(db: Kysely<Schema>, { search, status }: WorkspaceFilter) {
  let query = db.selectFrom('workspaces');
  if (search !== '') query = query.where(containing('workspaces.search_text', search));
  if (status !== undefined) query = query.where('workspaces.status', '=', status);
  return query;
}

function withOwner(query: ReturnType<typeof filtered>) {
  return query
    .leftJoin('memberships as owning', (join) =>
      join.onRef('owning.workspace_id', '=', 'workspaces.id').on('owning.role', '=', 'owner'),
    )
    .leftJoin('accounts as owners', 'owners.id', 'owning.account_id')
    .select(['workspaces.id', 'workspaces.name', 'workspaces.status', 'workspaces.created_at'])
    .select(['owners.id as owner_id', 'owners.name as owner_name', 'owners.email as owner_email'])
    .select(sql<number>`(select count(*) from memberships where workspace_id = workspaces.id)`.as('member_count'));
}

const add = (db: Kysely<Schema>, row: Schema['workspaces']) => db.insertInto('workspaces').values(row);

const byId = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.selectFrom('workspaces').select(['id', 'name', 'status', 'created_at']).where('id', '=', id);

const rename = (db: Kysely<Schema>, { id, ...columns }: { id: Id; name: string; search_text: string }) =>
  db.updateTable('workspaces').set(columns).where('id', '=', id);

const setStatus = (db: Kysely<Schema>, { id, status }: Pick<WorkspaceRow, 'id' | 'status'>) =>
  db.updateTable('workspaces').set({ status }).where('id', '=', id);

const remove = (db: Kysely<Schema>, { id }: { id: Id }) => db.deleteFrom('workspaces').where('id', '=', id);

// Two keys may conflict: the membership itself, and the one owner of a workspace.
const addMember = (db: Kysely<Schema>, row: MembershipRow) =>
  db
    .insertInto('memberships')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());

const member = (db: Kysely<Schema>, { workspace_id, account_id }: Place) =>
  db
    .selectFrom('memberships')
    .select(['workspace_id', 'account_id', 'role', 'created_at'])
    .where('workspace_id', '=', workspace_id)
    .where('account_id', '=', account_id);

const membershipOf = (db: Kysely<Schema>, { workspace_id, account_id }: Place) =>
  db.updateTable('memberships').where('workspace_id', '=', workspace_id).where('account_id', '=', account_id);

const setRole = (db: Kysely<Schema>, { role, ...place }: Place & Pick<MembershipRow, 'role'>) =>
  membershipOf(db, place).set({ role }).where('role', '!=', 'owner');

const stepDown = (db: Kysely<Schema>, place: Place) =>
  membershipOf(db, place).set({ role: 'admin' }).where('role', '=', 'owner');

const stepUp = (db: Kysely<Schema>, place: Place) => membershipOf(db, place).set({ role: 'owner' });

const removeMember = (db: Kysely<Schema>, { workspace_id, account_id }: Place) =>
  db.deleteFrom('memberships').where('workspace_id', '=', workspace_id).where('account_id', '=', account_id);

const joinedBy = (db: Kysely<Schema>, { accountId }: { accountId: MembershipRow['account_id'] }) =>
  db
    .selectFrom('memberships')
    .innerJoin('workspaces', 'workspaces.id', 'memberships.workspace_id')
    .select(['workspaces.id', 'workspaces.name', 'workspaces.status', 'workspaces.created_at', 'memberships.role'])
    .where('memberships.account_id', '=', accountId)
    .orderBy('workspaces.created_at')
    .orderBy('workspaces.id');

function workspaceFrom({ id, name, status, created_at }: WorkspaceRow) {
  return { id, name, status, createdAt: new Date(created_at) };
}

function joinedFrom(row: WorkspaceRow & Pick<MembershipRow, 'role'>): JoinedWorkspace {
  return { ...workspaceFrom(row), role: row.role };
}

type ListedRow = WorkspaceRow & {
  owner_id: MembershipRow['account_id'] | null;
  owner_name: string | null;
  owner_email: string | null;
  member_count: number;
};

function listedFrom({ owner_id, owner_name, owner_email, member_count, ...row }: ListedRow): ListedWorkspace {
  const owner = owner_id === null ? null : { id: owner_id, name: owner_name ?? '', email: owner_email ?? '' };
  return { ...workspaceFrom(row), owner, memberCount: member_count };
}

function membershipFrom(row: MembershipRow): Membership {
  return {
    workspaceId: row.workspace_id,
    accountId: row.account_id,
    role: row.role,
    createdAt: new Date(row.created_at),
  };
}

function membershipRow({ workspaceId, accountId, role, createdAt }: Membership): MembershipRow {
  return { workspace_id: workspaceId, account_id: accountId, role, created_at: createdAt.getTime() };
}
