import type { Sealing, SsoTransaction, SsoTransactionStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Schema, SsoTransactionRow } from './schema.ts';

/** Sealed together. */
type Memory = Pick<SsoTransaction, 'purpose' | 'memory' | 'redirect'>;

export function ssoTransactions(db: Database, sealing: Sealing): SsoTransactionStore {
  const transactionFrom = (row: SsoTransactionRow): SsoTransaction => {
    const memory: Memory = JSON.parse(sealing.open(row.memory));
    return {
      ...memory,
      stateHash: row.state_hash,
      browserHash: row.browser_hash,
      ticketHash: row.ticket_hash,
      connectionId: row.connection_id,
      createdAt: new Date(row.created_at),
      expiresAt: new Date(row.expires_at),
    };
  };
  return {
    async add({ stateHash, browserHash, ticketHash, connectionId, createdAt, expiresAt, purpose, memory, redirect }) {
      const remembered: Memory = { purpose, memory, redirect };
      await db.write(add, {
        state_hash: stateHash,
        browser_hash: browserHash,
        ticket_hash: ticketHash,
        connection_id: connectionId,
        memory: sealing.seal(JSON.stringify(remembered)),
        created_at: createdAt.getTime(),
        expires_at: expiresAt.getTime(),
      });
    },
    async find(state_hash, now) {
      const [row] = await db.read(byState, { state_hash, now: now.getTime() });
      return row && transactionFrom(row);
    },
    take: async (state_hash, browser_hash) => (await db.write(take, { state_hash, browser_hash })) === 1,
    async findByTicket(ticket_hash, now) {
      const [row] = await db.read(byTicket, { ticket_hash, now: now.getTime() });
      return row && transactionFrom(row);
    },
    takeTicket: async (ticket_hash, browser_hash) => (await db.write(takeTicket, { ticket_hash, browser_hash })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: SsoTransactionRow) => db.insertInto('sso_transactions').values(row);

const living = (db: Kysely<Schema>, now: number) =>
  db.selectFrom('sso_transactions').selectAll().where('expires_at', '>', now);

const byState = (db: Kysely<Schema>, { state_hash, now }: { state_hash: string; now: number }) =>
  living(db, now).where('state_hash', '=', state_hash);

const byTicket = (db: Kysely<Schema>, { ticket_hash, now }: { ticket_hash: string; now: number }) =>
  living(db, now).where('ticket_hash', '=', ticket_hash);

const take = (db: Kysely<Schema>, { state_hash, browser_hash }: { state_hash: string; browser_hash: string }) =>
  db.deleteFrom('sso_transactions').where('state_hash', '=', state_hash).where('browser_hash', '=', browser_hash);

const takeTicket = (db: Kysely<Schema>, { ticket_hash, browser_hash }: { ticket_hash: string; browser_hash: string }) =>
  db
    .updateTable('sso_transactions')
    .set({ ticket_hash: null })
    .where('ticket_hash', '=', ticket_hash)
    .where('browser_hash', '=', browser_hash);
