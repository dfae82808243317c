import type { Migration } from './migration.ts';

/**
 * Single sign-on. `settings` is JSON and `provider` sealed JSON; what transactions, pending links and tests remember is
 * sealed. Flags are 0 or 1. `proof` of an unfinished sign-in is JSON.
 */
export const sso: Migration = {
  name: '0006-sso',
  statements: () => [
    `create table sso_connections (
      id text primary key,
      protocol text not null,
      is_enabled integer not null,
      serves_workspace integer not null,
      serves_administration integer not null,
      settings text not null,
      provider text not null,
      version integer not null,
      created_at bigint not null,
      changed_at bigint not null
    )`,
    `create table sso_domains (
      domain text primary key,
      connection_id text not null references sso_connections on delete cascade,
      position integer not null,
      token text not null,
      proven_at bigint
    )`,
    `create index sso_domains_connection on sso_domains (connection_id, position)`,

    `create table identities (
      id text primary key,
      connection_id text not null references sso_connections on delete cascade,
      subject text not null,
      account_id text not null references accounts on delete cascade,
      email text,
      name text,
      rule text not null,
      created_at bigint not null,
      last_used_at bigint,
      unique (connection_id, subject)
    )`,
    `create index identities_account on identities (account_id, created_at)`,

    `create table sso_transactions (
      state_hash text primary key,
      browser_hash text not null,
      ticket_hash text unique,
      connection_id text not null references sso_connections on delete cascade,
      memory text not null,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index sso_transactions_connection on sso_transactions (connection_id)`,
    `create index sso_transactions_expires_at on sso_transactions (expires_at)`,

    `create table pending_links (
      token_hash text primary key,
      connection_id text not null references sso_connections on delete cascade,
      person text not null,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index pending_links_connection on pending_links (connection_id)`,
    `create index pending_links_expires_at on pending_links (expires_at)`,

    `create table sso_tests (
      id text primary key,
      connection_id text not null references sso_connections on delete cascade,
      connection_version integer not null,
      started_by text not null references accounts on delete cascade,
      started_by_name text not null,
      started_at bigint not null,
      finished_at bigint,
      outcome text not null,
      result text
    )`,
    `create index sso_tests_connection on sso_tests (connection_id, started_at)`,
    `create index sso_tests_started_by on sso_tests (started_by)`,
    `create index sso_tests_started_at on sso_tests (started_at)`,

    `create table sso_replays (key text primary key, expires_at bigint not null)`,
    `create index sso_replays_expires_at on sso_replays (expires_at)`,

    `alter table console_sessions add column identity_id text`,
    `alter table console_sessions add column provider_session text`,
    `create index console_sessions_identity on console_sessions (identity_id) where identity_id is not null`,
    `alter table admin_sessions add column identity_id text`,
    `alter table admin_sessions add column provider_session text`,
    `create index admin_sessions_identity on admin_sessions (identity_id) where identity_id is not null`,
    `alter table unfinished_sign_ins add column proof text`,
    `alter table instance add column service_provider_keys text`,
  ],
};
