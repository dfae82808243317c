import type { Account, AccountPreferences, AccountStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom, accountRow } from './account-columns.ts';
import type { Database } from './database.ts';
import type { AccountRow, Schema } from './schema.ts';

type Id = Account['id'];

export function accounts(db: Database): AccountStore {
  return {
    add: async (account) => (await db.write(add, accountRow(account))) === 1,
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && accountFrom(row);
    },
    async findByEmail(email) {
      const [row] = await db.read(byEmail, { email });
      return row && accountFrom(row);
    },
    async setPreferences(id, preferences) {
      const columns = preferenceColumns(preferences);
      if (Object.keys(columns).length === 0) return;
      await db.kysely.updateTable('accounts').set(columns).where('id', '=', id).execute();
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
  };
}

const add = (db: Kysely<Schema>, row: AccountRow) =>
  db
    .insertInto('accounts')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing());

const byId = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.selectFrom('accounts').select(ACCOUNT_COLUMNS).where('id', '=', id);

const byEmail = (db: Kysely<Schema>, { email }: { email: string }) =>
  db.selectFrom('accounts').select(ACCOUNT_COLUMNS).where('email', '=', email);

const setStatus = (db: Kysely<Schema>, { id, status }: Pick<AccountRow, 'id' | 'status'>) =>
  db.updateTable('accounts').set({ status }).where('id', '=', id);

const setCurrentWorkspace = (
  db: Kysely<Schema>,
  { id, workspaceId }: { id: Id; workspaceId: AccountRow['current_workspace_id'] },
) => db.updateTable('accounts').set({ current_workspace_id: workspaceId }).where('id', '=', id);

const noteSignIn = (db: Kysely<Schema>, { id, at, ip }: { id: Id; at: number; ip: string }) =>
  db.updateTable('accounts').set({ last_sign_in_at: at, last_sign_in_ip: ip }).where('id', '=', id);

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
