import type { Visitor } from '@latchkey/core';
import { sql } from 'kysely';
import type { AccountRow } from './schema.ts';

/** Whether the account of the row belongs to a workspace that is open. */
export const isMember = sql<number>`case when exists (
    select 1 from memberships join workspaces as theirs on theirs.id = memberships.workspace_id
    where memberships.account_id = accounts.id and theirs.status = 'normal'
  ) then 1 else 0 end`;

const isChosenByName = sql<number>`case when exists (
    select 1 from webapp_accounts where webapp_id = webapps.id and account_id = accounts.id
  ) then 1 else 0 end`;

const isInChosenGroup = sql<number>`case when exists (
    select 1 from webapp_groups join group_members on group_members.group_id = webapp_groups.group_id
    where webapp_groups.webapp_id = webapps.id and group_members.account_id = accounts.id
  ) then 1 else 0 end`;

/** Line by line: no name of a group has two lines. */
const groupNames = sql<string | null>`(
    select string_agg(member_groups.name, '\n' order by member_groups.name)
    from group_members join member_groups on member_groups.id = group_members.group_id
    where group_members.account_id = accounts.id
      and (member_groups.workspace_id is null or member_groups.workspace_id = webapps.workspace_id)
  )`;

/** What an account is to a WebApp; `accounts` and `webapps` are joined. */
export const VISITOR_COLUMNS = [
  'accounts.id as account_id',
  'accounts.name as account_name',
  'accounts.email as account_email',
  'accounts.status as account_status',
  isMember.as('is_member'),
  isChosenByName.as('is_chosen_by_name'),
  isInChosenGroup.as('is_in_chosen_group'),
  groupNames.as('group_names'),
] as const;

export interface VisitorColumns {
  account_id: AccountRow['id'];
  account_name: string;
  account_email: string;
  account_status: AccountRow['status'];
  is_member: number;
  is_chosen_by_name: number;
  is_in_chosen_group: number;
  group_names: string | null;
}

export function visitorFrom(row: VisitorColumns): Extract<Visitor, { kind: 'member' }> {
  return {
    kind: 'member',
    account: { id: row.account_id, name: row.account_name, email: row.account_email, status: row.account_status },
    isMember: row.is_member === 1,
    isChosen: row.is_chosen_by_name === 1 || row.is_in_chosen_group === 1,
    groups: row.group_names === null ? [] : row.group_names.split('\n'),
  };
}
