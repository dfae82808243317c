import type { Migration } from './migration.ts';

/**
 * Times are milliseconds since 1970. What belongs to an account goes with it; what was written down about it (attempts,
 * audit) stays. The indexes on `expires_at`, `revoked_at` and `resets_at` are for the sweeper.
 */
export const oneSignIn: Migration = {
  name: '0001-one-sign-in',
  statements: ({ serial }) => [
    `create table workspaces (
      id text primary key,
      name text not null,
      status text not null,
      created_at bigint not null
    )`,

    `create table accounts (
      id text primary key,
      email text not null unique,
      name text not null,
      avatar text,
      interface_language text not null,
      interface_theme text not null,
      timezone text not null,
      status text not null,
      current_workspace_id text references workspaces on delete set null,
      last_sign_in_at bigint,
      last_sign_in_ip text,
      created_at bigint not null
    )`,
    `create index accounts_current_workspace on accounts (current_workspace_id)`,

    `create table passwords (
      account_id text primary key references accounts on delete cascade,
      hash text not null,
      changed_at bigint not null
    )`,

    `create table memberships (
      workspace_id text not null references workspaces on delete cascade,
      account_id text not null references accounts on delete cascade,
      role text not null,
      created_at bigint not null,
      primary key (workspace_id, account_id)
    )`,
    `create index memberships_account on memberships (account_id)`,
    `create unique index memberships_one_owner on memberships (workspace_id) where role = 'owner'`,

    `create table console_sessions (
      id text primary key,
      account_id text not null references accounts on delete cascade,
      ip text not null,
      user_agent text not null,
      created_at bigint not null,
      last_used_at bigint not null,
      expires_at bigint not null,
      revoked_at bigint
    )`,
    `create index console_sessions_account on console_sessions (account_id)`,
    `create index console_sessions_expires_at on console_sessions (expires_at)`,
    `create index console_sessions_revoked_at on console_sessions (revoked_at) where revoked_at is not null`,

    `create table refresh_tokens (
      hash text primary key,
      session_id text not null references console_sessions on delete cascade,
      issued_at bigint not null,
      expires_at bigint not null,
      used_at bigint
    )`,
    `create index refresh_tokens_session on refresh_tokens (session_id)`,
    `create index refresh_tokens_expires_at on refresh_tokens (expires_at)`,

    `create table device_grants (
      id text primary key,
      device_code_hash text not null unique,
      user_code_hash text not null unique,
      client_id text not null,
      device_label text not null,
      requested_ip text not null,
      requested_at bigint not null,
      expires_at bigint not null,
      status text not null,
      viewed_by text references accounts on delete set null,
      decided_by text references accounts on delete set null,
      interval_seconds integer not null,
      last_polled_at bigint
    )`,
    `create index device_grants_viewed_by on device_grants (viewed_by) where viewed_by is not null`,
    `create index device_grants_decided_by on device_grants (decided_by) where decided_by is not null`,
    `create index device_grants_expires_at on device_grants (expires_at)`,

    `create table bearer_sessions (
      id text primary key,
      account_id text not null references accounts on delete cascade,
      client_id text not null,
      device_label text not null,
      prefix text not null,
      token_hash text not null unique,
      ip text not null,
      created_at bigint not null,
      last_used_at bigint,
      expires_at bigint not null,
      revoked_at bigint
    )`,
    `create unique index bearer_sessions_one_live on bearer_sessions (account_id, client_id, device_label)
      where revoked_at is null`,
    `create index bearer_sessions_account on bearer_sessions (account_id)`,
    `create index bearer_sessions_expires_at on bearer_sessions (expires_at)`,
    `create index bearer_sessions_revoked_at on bearer_sessions (revoked_at) where revoked_at is not null`,

    `create table sign_in_attempts (
      id ${serial} primary key,
      reference text not null,
      ip text not null,
      user_agent text not null,
      at bigint not null,
      method text not null,
      email text not null,
      account_id text,
      refusal text
    )`,
    `create index sign_in_attempts_reference on sign_in_attempts (reference)`,

    `create table audit_entries (
      id ${serial} primary key,
      at bigint not null,
      action text not null,
      actor_id text,
      ip text not null,
      user_agent text not null,
      reference text not null,
      details text not null
    )`,
    `create index audit_entries_at on audit_entries (at, id)`,

    `create table letters (
      id ${serial} primary key,
      kind text not null,
      account_id text not null references accounts on delete cascade,
      recipient text not null,
      language text not null,
      created_at bigint not null,
      facts text not null
    )`,
    `create index letters_account on letters (account_id)`,
    `create index letters_created_at on letters (created_at, id)`,

    `create table limits (
      key text primary key,
      count integer not null,
      resets_at bigint not null
    )`,
    `create index limits_resets_at on limits (resets_at)`,

    `create table instance (
      id integer primary key check (id = 1),
      set_up_at bigint,
      key_fingerprint text,
      sign_in_policy text
    )`,
    `insert into instance (id) values (1)`,

    `create table system_administrators (
      account_id text primary key references accounts on delete cascade,
      added_at bigint not null
    )`,
  ],
};
