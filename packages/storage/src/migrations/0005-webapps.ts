import type { Migration } from './migration.ts';

/**
 * WebApps and who may open them. `is_enabled` and `needs_share_link` are 0 or 1; `address_ranges` and `frame_origins`
 * are JSON; `search_text` is name, code and host, or name, address and subject, in lower case. `nonce_hash` is empty once
 * the code of a session was exchanged.
 */
export const webApps: Migration = {
  name: '0005-webapps',
  statements: () => [
    `create table webapps (
      id text primary key,
      workspace_id text not null references workspaces on delete cascade,
      code text not null unique,
      name text not null,
      icon text,
      upstream text not null,
      host text unique,
      is_enabled integer not null,
      access_mode text not null,
      passphrase_hash text,
      address_ranges text not null,
      needs_share_link integer not null,
      frame_origins text not null,
      rules_changed_at bigint not null,
      created_at bigint not null,
      search_text text not null
    )`,
    `create index webapps_workspace on webapps (workspace_id, name, id)`,
    `create index webapps_name on webapps (name, id)`,

    `create table member_groups (
      id text primary key,
      workspace_id text references workspaces on delete cascade,
      name text not null,
      created_at bigint not null,
      search_text text not null
    )`,
    `create unique index member_groups_name on member_groups (coalesce(workspace_id, ''), search_text)`,
    `create index member_groups_workspace on member_groups (workspace_id)`,
    `create table group_members (
      group_id text not null references member_groups on delete cascade,
      account_id text not null references accounts on delete cascade,
      primary key (group_id, account_id)
    )`,
    `create index group_members_account on group_members (account_id)`,

    `create table webapp_groups (
      webapp_id text not null references webapps on delete cascade,
      group_id text not null references member_groups on delete cascade,
      primary key (webapp_id, group_id)
    )`,
    `create index webapp_groups_group on webapp_groups (group_id)`,
    `create table webapp_accounts (
      webapp_id text not null references webapps on delete cascade,
      account_id text not null references accounts on delete cascade,
      primary key (webapp_id, account_id)
    )`,
    `create index webapp_accounts_account on webapp_accounts (account_id)`,

    `create table share_links (
      id text primary key,
      webapp_id text not null references webapps on delete cascade,
      label text not null,
      token_hash text not null unique,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index share_links_webapp on share_links (webapp_id, created_at)`,
    `create index share_links_expires_at on share_links (expires_at)`,

    `create table external_users (
      id text primary key,
      connection_id text not null,
      subject text not null,
      email text,
      name text,
      refused_at bigint,
      created_at bigint not null,
      last_visit_at bigint not null,
      search_text text not null,
      unique (connection_id, subject)
    )`,
    `create index external_users_last_visit_at on external_users (last_visit_at, id)`,

    `create table app_sessions (
      token_hash text primary key,
      nonce_hash text,
      webapp_id text not null references webapps on delete cascade,
      console_session_id text references console_sessions on delete cascade,
      external_user_id text references external_users on delete cascade,
      proven_passphrase text,
      share_link_id text references share_links on delete set null,
      ip text not null,
      created_at bigint not null,
      expires_at bigint not null
    )`,
    `create index app_sessions_webapp on app_sessions (webapp_id)`,
    `create index app_sessions_console_session on app_sessions (console_session_id)`,
    `create index app_sessions_external_user on app_sessions (external_user_id)`,
    `create index app_sessions_share_link on app_sessions (share_link_id)`,
    `create index app_sessions_expires_at on app_sessions (expires_at)`,
  ],
};
