import {
  type Account,
  type AccountFilter,
  type AccountOrder,
  type AccountPreferences,
  type AccountStore,
  type ListedAccount,
  MOST_COUNTED,
  type WaysIn,
} from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom, accountRow } from './account-columns.ts';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import { containing } from './like.ts';
import { onlyRow } from './only-row.ts';
import { readInBatches } from './read-in-batches.ts';
import type { AccountRow, Schema } from './schema.ts';

type Id = Account['id'];

export function accounts(db: Database): AccountStore {
  return {
    add: async (account) => (await db.write(add, { ...accountRow(account), search_text: searchText(account) })) === 1,
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && accountFrom(row);
    },
    async findByEmail(email) {
      const [row] = await db.read(byEmail, { email });
      return row && accountFrom(row);
    },
    async list(filter, { offset, limit }) {
      const total = await countUpTo(db, filtered(db.kysely, filter, false));
      const query = filtered(db.kysely, filter, total < MOST_COUNTED);
      const page = ordered(query, filter).select(ACCOUNT_COLUMNS).select(workspaceCount).offset(offset).limit(limit);
      return { total, data: total === 0 ? [] : (await db.select(page)).map(listedFrom) };
    },
    read: (filter) =>
      readInBatches(async (after, limit) => {
        const query = filtered(db.kysely, filter, false).where('accounts.id', '>', after).orderBy('accounts.id');
        const rows = await db.select(query.select(ACCOUNT_COLUMNS).select(workspaceCount).limit(limit));
        return rows.map(listedFrom);
      }),
    async countWaysIn(first) {
      const active = db.kysely
        .selectFrom('accounts')
        .leftJoin('passwords', 'passwords.account_id', 'accounts.id')
        .where('accounts.status', '=', 'active');
      const known = active.where('passwords.account_id', 'is not', null);
      const count = async (query: typeof active) =>
        onlyRow(await db.select(query.select((eb) => eb.fn.countAll<number>().as('count')))).count;
      const [all, withPassword] = [await count(active), await count(known)];
      const [withIdentity, withBoth] = [await count(active.where(hasIdentity)), await count(known.where(hasIdentity))];
      const groups = [
        { ways: { password: true, identity: true }, count: withBoth },
        { ways: { password: true, identity: false }, count: withPassword - withBoth },
        { ways: { password: false, identity: true }, count: withIdentity - withBoth },
        { ways: { password: false, identity: false }, count: all - withPassword - withIdentity + withBoth },
      ];
      const named = async ({ password, identity }: WaysIn) => {
        const query = active
          .where('passwords.account_id', password ? 'is not' : 'is', null)
          .where(identity ? hasIdentity : sql<boolean>`not ${hasIdentity}`);
        const columns = query.select(['accounts.name', 'accounts.email']);
        return db.select(columns.orderBy('accounts.search_text').orderBy('accounts.id').limit(first));
      };
      const told = [];
      // Looking for somebody among nobody would look at everybody.
      for (const group of groups) told.push({ ...group, first: group.count === 0 ? [] : await named(group.ways) });
      return told;
    },
    async setPreferences(id, preferences) {
      const columns = preferenceColumns(preferences);
      if (Object.keys(columns).length === 0) return;
      const search = preferences.name === undefined ? {} : { search_text: searchNamed(preferences.name) };
      await db.kysely
        .updateTable('accounts')
        .set({ ...columns, ...search })
        .where('id', '=', id)
        .execute();
    },
    async setEmail(id, email) {
      const name = (await db.read(byId, { id }))[0]?.name ?? '';
      return (await db.write(setEmail, { id, email, same: email, search: searchText({ name, email }) })) === 1;
    },
    async setStatus(id, status) {
      await db.write(setStatus, { id, status });
    },
    async setCurrentWorkspace(id, workspaceId) {
      await db.write(setCurrentWorkspace, { id, workspaceId });
    },
    async noteSignIn(id, at, ip) {
      await db.write(noteSignIn, { id, at: at.getTime(), ip });
    },
    remove: async (id) => (await db.write(remove, { id })) === 1,
  };
}

/** Linked to a connection that leads into workspaces. */
const hasIdentity = sql<boolean>`accounts.id in (
  select identities.account_id from identities
  join sso_connections on sso_connections.id = identities.connection_id
  where sso_connections.is_enabled = 1 and sso_connections.serves_workspace = 1
)`;

/** As an order of the database: one that an index has. */
const SORTS = {
  name: 'search_text',
  email: 'email',
  created_at: 'created_at',
} as const satisfies Partial<Record<AccountOrder['sort'], keyof Schema['accounts']>>;

/** `findsFew`: an order whose index lacks the text would be walked from end to end for them. */
function filtered(db: Kysely<Schema>, filter: AccountFilter, findsFew: boolean) {
  const { search, status, workspaceId, withoutWorkspace } = filter;
  let query = db.selectFrom('accounts');
  if (search !== '' && !findsFew) query = query.where(containing('accounts.search_text', search));
  if (search !== '' && findsFew) {
    query = query.where('accounts.id', 'in', (eb) =>
      eb.selectFrom('accounts as found').select('found.id').where(containing('found.search_text', search)),
    );
  }
  if (status !== undefined) query = query.where('accounts.status', '=', status);
  if (workspaceId !== undefined) {
    query = query.where('accounts.id', 'in', (eb) =>
      eb.selectFrom('memberships').select('account_id').where('workspace_id', '=', workspaceId),
    );
  }
  if (withoutWorkspace === undefined) return query;
  // They are few among many: taking all members from all accounts is several times faster than asking each account.
  if (withoutWorkspace) {
    return query.where('accounts.id', 'in', (eb) =>
      eb
        .selectFrom('accounts as everybody')
        .select('everybody.id')
        .except(eb.selectFrom('memberships').select('memberships.account_id as id')),
    );
  }
  return query.where((eb) =>
    eb.exists(eb.selectFrom('memberships').select('role').whereRef('memberships.account_id', '=', 'accounts.id')),
  );
}

function ordered(query: ReturnType<typeof filtered>, { sort, descending }: AccountOrder) {
  const direction = descending ? 'desc' : 'asc';
  // Said only where something can be missing: PostgreSQL uses an index for the very order that it has.
  const sorted =
    sort === 'last_sign_in_at'
      ? query.orderBy('accounts.last_sign_in_at', (order) =>
          descending ? order.desc().nullsLast() : order.asc().nullsFirst(),
        )
      : query.orderBy(`accounts.${SORTS[sort]}`, direction);
  return sorted.orderBy('accounts.id', direction);
}

function listedFrom({ workspace_count, ...row }: AccountRow & { workspace_count: number }): ListedAccount {
  return { ...accountFrom(row), workspaceCount: workspace_count };
}

const workspaceCount = sql<number>`(select count(*) from memberships where account_id = accounts.id)`.as(
  'workspace_count',
);

const add = (db: Kysely<Schema>, row: Schema['accounts']) =>
  db
    .insertInto('accounts')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing());

const byId = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.selectFrom('accounts').select(ACCOUNT_COLUMNS).where('id', '=', id);

const byEmail = (db: Kysely<Schema>, { email }: { email: string }) =>
  db.selectFrom('accounts').select(ACCOUNT_COLUMNS).where('email', '=', email);

// Somebody who takes the address in between fails on the unique key; the transaction around this is undone then.
const setEmail = (
  db: Kysely<Schema>,
  { id, email, same, search }: { id: Id; email: string; same: string; search: string },
) =>
  db
    .updateTable('accounts')
    .set({ email, search_text: search })
    .where('id', '=', id)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('accounts as other').select('other.id').where('other.email', '=', same))),
    );

const setStatus = (db: Kysely<Schema>, { id, status }: Pick<AccountRow, 'id' | 'status'>) =>
  db.updateTable('accounts').set({ status }).where('id', '=', id);

const setCurrentWorkspace = (
  db: Kysely<Schema>,
  { id, workspaceId }: { id: Id; workspaceId: AccountRow['current_workspace_id'] },
) => db.updateTable('accounts').set({ current_workspace_id: workspaceId }).where('id', '=', id);

const noteSignIn = (db: Kysely<Schema>, { id, at, ip }: { id: Id; at: number; ip: string }) =>
  db.updateTable('accounts').set({ last_sign_in_at: at, last_sign_in_ip: ip }).where('id', '=', id);

const remove = (db: Kysely<Schema>, { id }: { id: Id }) => db.deleteFrom('accounts').where('id', '=', id);

function searchText({ name, email }: Pick<Account, 'name' | 'email'>): string {
  return `${name.toLowerCase()} ${email}`;
}

function searchNamed(name: string) {
  return sql<string>`${name.toLowerCase()} || ' ' || email`;
}

function preferenceColumns({
  interfaceLanguage,
  interfaceTheme,
  ...rest
}: Partial<AccountPreferences>): Partial<AccountRow> {
  return {
    ...rest,
    ...(interfaceLanguage !== undefined && { interface_language: interfaceLanguage }),
    ...(interfaceTheme !== undefined && { interface_theme: interfaceTheme }),
  };
}
