import type { Migration } from './migration.ts';

/**
 * Audit entries get their place in the chain: `seq`, and the hashes. An entry without `seq` was written by a program
 * that did not chain; opening the store chains it. `audit_head` is the one row that every writer locks last.
 *
 * `sign_in_days` counts attempts by UTC day (its first millisecond) and by rule, the empty one for those that
 * succeeded. A day's count lies in several slots, so that sign-ins at once do not wait for one row.
 */
export const auditChain: Migration = {
  name: '0003-audit-chain',
  statements: () => [
    `alter table audit_entries add column seq bigint`,
    `alter table audit_entries add column actor text`,
    `alter table audit_entries add column subject_id text`,
    `alter table audit_entries add column workspace_id text`,
    `alter table audit_entries add column previous_hash text`,
    `alter table audit_entries add column hash text`,
    `drop index audit_entries_at`,
    `create unique index audit_entries_seq on audit_entries (seq)`,
    `create index audit_entries_unchained on audit_entries (id) where seq is null`,
    `create index audit_entries_actor on audit_entries (actor_id, seq)`,
    `create index audit_entries_subject on audit_entries (subject_id, seq) where subject_id is not null`,
    `create index audit_entries_workspace on audit_entries (workspace_id, seq) where workspace_id is not null`,

    `create table audit_head (
      id integer primary key check (id = 1),
      seq bigint not null,
      hash text not null
    )`,
    `insert into audit_head (id, seq, hash) values (1, 0, '${'0'.repeat(64)}')`,

    `alter table sign_in_attempts add column rule text`,
    `alter table sign_in_attempts add column details text not null default '{}'`,
    `update sign_in_attempts set rule = case
        when refusal = 'forbidden' then 'method_off'
        when refusal = 'email_code_login_limit' then 'limit_account_network'
        when refusal = 'authentication_failed' and account_id is null then 'unknown_account'
        when refusal = 'authentication_failed' then 'wrong_password'
        when refusal = 'account_banned' then 'banned'
        when refusal = 'no_workspace' then 'no_workspace'
        else 'other'
      end where refusal is not null`,
    `create index sign_in_attempts_at on sign_in_attempts (at, method, refusal)`,
    `create index sign_in_attempts_email on sign_in_attempts (email, at)`,

    `create table sign_in_days (
      day bigint not null,
      rule text not null,
      slot integer not null,
      count integer not null,
      primary key (day, rule, slot)
    )`,
    `insert into sign_in_days (day, rule, slot, count)
      select at - at % 86400000, coalesce(rule, ''), 0, count(*) from sign_in_attempts
      group by at - at % 86400000, coalesce(rule, '')`,

    // For the figures of the overview.
    `create index workspaces_status on workspaces (status)`,
    `create index console_sessions_live on console_sessions (expires_at) where revoked_at is null`,
    `create index bearer_sessions_live on bearer_sessions (expires_at) where revoked_at is null`,
  ],
};
