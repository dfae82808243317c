import type { JoinedWorkspace, WorkspaceStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { MembershipRow, Schema, WorkspaceRow } from './schema.ts';

export function workspaces(db: Database): WorkspaceStore {
  return {
    async add({ createdAt, ...workspace }) {
      await db.write(add, {
        id: workspace.id,
        name: workspace.name,
        status: workspace.status,
        created_at: createdAt.getTime(),
      });
    },
    async addMember({ workspaceId, accountId, role, createdAt }) {
      const row = { workspace_id: workspaceId, account_id: accountId, role, created_at: createdAt.getTime() };
      return (await db.write(addMember, row)) === 1;
    },
    async listOf(accountId) {
      return (await db.read(joinedBy, { accountId })).map(joinedFrom);
    },
  };
}

const add = (db: Kysely<Schema>, row: WorkspaceRow) => db.insertInto('workspaces').values(row);

// Two keys may conflict: the membership itself, and the one owner of a workspace.
const addMember = (db: Kysely<Schema>, row: MembershipRow) =>
  db
    .insertInto('memberships')
    .values(row)
    .onConflict((conflict) => conflict.doNothing());

const joinedBy = (db: Kysely<Schema>, { accountId }: { accountId: MembershipRow['account_id'] }) =>
  db
    .selectFrom('memberships')
    .innerJoin('workspaces', 'workspaces.id', 'memberships.workspace_id')
    .select(['workspaces.id', 'workspaces.name', 'workspaces.status', 'workspaces.created_at', 'memberships.role'])
    .where('memberships.account_id', '=', accountId)
    .orderBy('workspaces.created_at')
    .orderBy('workspaces.id');

function joinedFrom({ created_at, ...row }: WorkspaceRow & Pick<MembershipRow, 'role'>): JoinedWorkspace {
  return { ...row, createdAt: new Date(created_at) };
}
