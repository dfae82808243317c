import type { ConfiguredConnection, ConnectionDomain, Sealing, SsoConnectionStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { Schema, SsoConnectionRow, SsoDomainRow } from './schema.ts';

type Id = ConfiguredConnection['id'];

/** Kept as JSON; nobody looks for any of it. */
type Settings = Pick<
  ConfiguredConnection,
  'name' | 'label' | 'logo' | 'uses' | 'accountCreation' | 'sessionSeconds' | 'signsOutAtProvider'
>;

export function ssoConnections(db: Database, sealing: Sealing): SsoConnectionStore {
  return {
    async list() {
      const [rows, domains] = await Promise.all([db.read(all, {}), db.read(allDomains, {})]);
      return rows.map((row) => connectionFrom(row, domains, sealing));
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && connectionFrom(row, await db.read(domainsOf, { id }), sealing);
    },
    add: (connection) =>
      db.atomically(async (transaction) => {
        await transaction.write(add, rowOf(connection, sealing));
        return addDomains(transaction, connection);
      }),
    replace: (connection, version) =>
      db.atomically(async (transaction) => {
        const isPresent = (await transaction.write(replace, { ...rowOf(connection, sealing), made: version })) === 1;
        if (!isPresent) return 'changed_meanwhile';
        await transaction.write(removeDomains, { id: connection.id });
        return (await addDomains(transaction, connection)) ? 'kept' : 'domain_taken';
      }),
    markProven: async (id, domain, at) => (await db.write(markProven, { id, domain, at: at.getTime() })) === 1,
    remove: (id) =>
      db.atomically(async (transaction) => {
        await transaction.write(removeExternalUsers, { id });
        return (await transaction.write(remove, { id })) === 1;
      }),
  };
}

async function addDomains(db: Database, { id, domains }: ConfiguredConnection): Promise<boolean> {
  for (const [position, { domain, token, provenAt }] of domains.entries()) {
    const row = { domain, connection_id: id, position, token, proven_at: msOrNull(provenAt) };
    if ((await db.write(addDomain, row)) !== 1) return false;
  }
  return true;
}

const all = (db: Kysely<Schema>) => db.selectFrom('sso_connections').selectAll().orderBy('created_at').orderBy('id');

const byId = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.selectFrom('sso_connections').selectAll().where('id', '=', id);

const allDomains = (db: Kysely<Schema>) => db.selectFrom('sso_domains').selectAll().orderBy('position');

const domainsOf = (db: Kysely<Schema>, { id }: { id: Id }) => allDomains(db).where('connection_id', '=', id);

const add = (db: Kysely<Schema>, row: SsoConnectionRow) => db.insertInto('sso_connections').values(row);

const replace = (
  db: Kysely<Schema>,
  { id, created_at: _, protocol: __, made, ...row }: SsoConnectionRow & { made: number },
) => db.updateTable('sso_connections').set(row).where('id', '=', id).where('version', '=', made);

const addDomain = (db: Kysely<Schema>, row: SsoDomainRow) =>
  db
    .insertInto('sso_domains')
    .values(row)
    .onConflict((conflict) => conflict.column('domain').doNothing());

const removeDomains = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.deleteFrom('sso_domains').where('connection_id', '=', id);

const markProven = (db: Kysely<Schema>, { id, domain, at }: { id: Id; domain: string; at: number }) =>
  db.updateTable('sso_domains').set({ proven_at: at }).where('domain', '=', domain).where('connection_id', '=', id);

const removeExternalUsers = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.deleteFrom('external_users').where('connection_id', '=', id);

const remove = (db: Kysely<Schema>, { id }: { id: Id }) => db.deleteFrom('sso_connections').where('id', '=', id);

function rowOf(connection: ConfiguredConnection, sealing: Sealing): SsoConnectionRow {
  const { name, label, logo, uses, accountCreation, sessionSeconds, signsOutAtProvider } = connection;
  const settings: Settings = { name, label, logo, uses, accountCreation, sessionSeconds, signsOutAtProvider };
  return {
    id: connection.id,
    protocol: connection.provider.protocol,
    is_enabled: connection.isEnabled ? 1 : 0,
    serves_workspace: uses.includes('workspace') ? 1 : 0,
    serves_administration: uses.includes('administration') ? 1 : 0,
    settings: JSON.stringify(settings),
    provider: sealing.seal(JSON.stringify(connection.provider)),
    version: connection.version,
    created_at: connection.createdAt.getTime(),
    changed_at: connection.changedAt.getTime(),
  };
}

function connectionFrom(
  row: SsoConnectionRow,
  domains: readonly SsoDomainRow[],
  sealing: Sealing,
): ConfiguredConnection {
  const settings: Settings = JSON.parse(row.settings);
  return {
    ...settings,
    id: row.id,
    isEnabled: row.is_enabled === 1,
    provider: JSON.parse(sealing.open(row.provider)),
    domains: domains.filter(({ connection_id }) => connection_id === row.id).map(domainFrom),
    version: row.version,
    createdAt: new Date(row.created_at),
    changedAt: new Date(row.changed_at),
  };
}

function domainFrom({ domain, token, proven_at }: SsoDomainRow): ConnectionDomain {
  return { domain, token, provenAt: dateOrNull(proven_at) };
}
