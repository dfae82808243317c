import type { Migration } from './migration.ts';

/** Terminals of people whom only an identity provider knows, and how they approve them. */
export const externalTerminals: Migration = {
  name: '0007-external-terminals',
  statements: () => [
    `alter table device_grants add column external_user_id text references external_users on delete set null`,
    `alter table device_grants add column external_issuer text`,
    `create index device_grants_external_user on device_grants (external_user_id) where external_user_id is not null`,

    `create table device_approvals (
      token_hash text primary key,
      kind text not null,
      browser_hash text,
      grant_id text not null references device_grants on delete cascade,
      user_code text not null,
      external_user_id text not null references external_users on delete cascade,
      issuer text not null,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index device_approvals_grant on device_approvals (grant_id)`,
    `create index device_approvals_external_user on device_approvals (external_user_id)`,
    `create index device_approvals_expires_at on device_approvals (expires_at)`,

    `create table external_sessions (
      id text primary key,
      external_user_id text not null references external_users on delete cascade,
      issuer text not null,
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
    `create unique index external_sessions_one_live on external_sessions (external_user_id, client_id, device_label)
      where revoked_at is null`,
    `create index external_sessions_expires_at on external_sessions (expires_at)`,
    `create index external_sessions_revoked_at on external_sessions (revoked_at) where revoked_at is not null`,

    `create index console_sessions_provider_session on console_sessions (provider_session)
      where provider_session is not null`,
    `create index admin_sessions_provider_session on admin_sessions (provider_session)
      where provider_session is not null`,
  ],
};
