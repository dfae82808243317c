import type { Migration } from './migration.ts';

/**
 * Letters get a status, and what they tell is sealed. Those of the first version told it in the open and were never sent:
 * they stay in the list as expired. A letter outlives its account, which may be what it is about.
 */
export const outbox: Migration = {
  name: '0002-outbox',
  statements: () => [
    `create table kept_letters (
      id text primary key,
      kind text not null,
      account_id text references accounts on delete set null,
      recipient text not null,
      language text not null,
      created_at bigint not null,
      expires_at bigint,
      facts text,
      status text not null,
      tries integer not null,
      next_try_at bigint,
      claimed_until bigint,
      sent_at bigint,
      problem text
    )`,
    `insert into kept_letters (id, kind, account_id, recipient, language, created_at, status, tries)
      select '00000000-0000-7000-8000-' || substr('000000000000' || id, length('000000000000' || id) - 11),
        kind, account_id, recipient, language, created_at, 'expired', 0 from letters`,
    `drop table letters`,
    `alter table kept_letters rename to letters`,
    `create index letters_account on letters (account_id)`,
    `create index letters_created_at on letters (created_at, id)`,
    `create index letters_next_try_at on letters (next_try_at) where status = 'waiting'`,
    `create index letters_expires_at on letters (expires_at) where facts is not null`,

    `alter table instance add column mail_settings text`,
  ],
};
