import type { Migration } from './migration.ts';

/**
 * What members and administrators do with accounts, workspaces and ways in. `search_text` is name and address in lower
 * case; `is_one_time` is 0 or 1; the columns of versions rise with every change of what stands beside them.
 */
export const people: Migration = {
  name: '0004-people',
  statements: () => [
    `alter table accounts add column search_text text not null default ''`,
    `update accounts set search_text = lower(name) || ' ' || email`,
    `create index accounts_name on accounts (name, id)`,
    `create index accounts_created_at on accounts (created_at, id)`,
    `create index accounts_last_sign_in_at on accounts (last_sign_in_at, id)`,
    `create index accounts_status on accounts (status, name, id)`,

    `alter table workspaces add column search_text text not null default ''`,
    `update workspaces set search_text = lower(name)`,
    `create index workspaces_name on workspaces (name, id)`,
    `create index workspaces_created_at on workspaces (created_at, id)`,

    `create index memberships_workspace on memberships (workspace_id, created_at, account_id)`,

    `alter table passwords add column is_one_time integer not null default 0`,

    `alter table instance add column sign_in_policy_version integer not null default 0`,
    `alter table instance add column settings text`,
    `alter table instance add column settings_version integer not null default 0`,

    `create table mail_codes (
      purpose text not null,
      holder text not null,
      email text not null,
      account_id text references accounts on delete cascade,
      subject text,
      token_hash text not null unique,
      code_hash text,
      phase text not null,
      tries integer not null,
      created_at bigint not null,
      expires_at bigint not null,
      primary key (purpose, holder)
    )`,
    `create index mail_codes_account on mail_codes (account_id)`,
    `create index mail_codes_expires_at on mail_codes (expires_at)`,

    `create table one_time_links (
      token_hash text primary key,
      purpose text not null,
      account_id text not null references accounts on delete cascade,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index one_time_links_account on one_time_links (account_id)`,
    `create index one_time_links_expires_at on one_time_links (expires_at)`,

    `create table unfinished_sign_ins (
      token_hash text primary key,
      account_id text not null references accounts on delete cascade,
      method text not null,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index unfinished_sign_ins_account on unfinished_sign_ins (account_id)`,
    `create index unfinished_sign_ins_expires_at on unfinished_sign_ins (expires_at)`,

    `create table invitations (
      id text primary key,
      workspace_id text not null references workspaces on delete cascade,
      email text not null,
      account_id text not null references accounts on delete cascade,
      role text not null,
      language text not null,
      inviter text not null,
      token_hash text not null unique,
      proof_hash text not null unique,
      created_at bigint not null,
      expires_at bigint not null,
      answer text,
      answered_at bigint
    )`,
    `create unique index invitations_one_unanswered on invitations (workspace_id, email) where answer is null`,
    `create index invitations_account on invitations (account_id)`,
    `create index invitations_created_at on invitations (created_at, id)`,

    `create table access_requests (
      id text primary key,
      account_id text not null unique references accounts on delete cascade,
      message text not null,
      created_at bigint not null,
      status text not null
    )`,
    `create index access_requests_open on access_requests (created_at, id) where status = 'open'`,

    `create table admin_sessions (
      id text primary key,
      account_id text not null references accounts on delete cascade,
      token_hash text not null unique,
      is_by_link integer not null,
      ip text not null,
      user_agent text not null,
      created_at bigint not null,
      last_used_at bigint not null,
      expires_at bigint not null,
      revoked_at bigint
    )`,
    `create index admin_sessions_account on admin_sessions (account_id)`,
    `create index admin_sessions_expires_at on admin_sessions (expires_at)`,

    `create table api_keys (
      id text primary key,
      name text not null,
      prefix text not null,
      token_hash text not null unique,
      scopes text not null,
      created_by text not null references accounts on delete cascade,
      created_at bigint not null,
      expires_at bigint,
      last_used_at bigint,
      revoked_at bigint
    )`,
    `create index api_keys_created_by on api_keys (created_by)`,
  ],
};
