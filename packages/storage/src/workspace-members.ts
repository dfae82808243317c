import type { WorkspaceMember } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom } from './account-columns.ts';
import { dateOrNull } from './epoch-ms.ts';
import type { AccountRow, MembershipRow, Schema } from './schema.ts';

/** The members of a workspace, longest-standing first. */
export const MEMBERS = (db: Kysely<Schema>, { workspaceId }: { workspaceId: MembershipRow['workspace_id'] }) =>
  db
    .selectFrom('memberships')
    .innerJoin('accounts', 'accounts.id', 'memberships.account_id')
    .select(ACCOUNT_COLUMNS)
    .select(['memberships.role', 'memberships.created_at as joined_at'])
    .select(
      sql<number | null>`(select max(last_used_at) from console_sessions where account_id = accounts.id)`.as(
        'last_active_at',
      ),
    )
    .where('memberships.workspace_id', '=', workspaceId)
    .orderBy('memberships.created_at')
    .orderBy('memberships.account_id');

type Row = AccountRow & Pick<MembershipRow, 'role'> & { joined_at: number; last_active_at: number | null };

export function memberFrom({ role, joined_at, last_active_at, ...account }: Row): WorkspaceMember {
  return {
    account: accountFrom(account),
    role,
    joinedAt: new Date(joined_at),
    lastActiveAt: dateOrNull(last_active_at),
  };
}
