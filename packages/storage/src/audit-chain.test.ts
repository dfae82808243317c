import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditDetails, type ChainedEntry, canonicalText, FIRST_PREVIOUS_HASH, type Store } from '@latchkey/core';
import { anAccount, aSealing } from '@latchkey/core/testing';
import { createDatabase } from '@latchkey/tools/real/postgres';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from './index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import { openEngine, type StoreLocation } from './open/open-engine.ts';

const NOON = new Date('2026-11-20T12:00:00Z');

/** How many programs may write to one in earnest, and where. */
const engines: [string, number, () => Promise<StoreLocation>][] = [
  ['SQLite', 1, newFolder],
  [
    'PostgreSQL',
    2,
    async () => {
      const database = await createDatabase();
      onTestFinished(database.drop);
      return { databaseUrl: database.url };
    },
  ],
];

describe.each(engines)('the audit chain on %s', (_name, replicaCount, newLocation) => {
  test('is one, without a gap, when each replica writes fifty transactions at once', async () => {
    const location = await newLocation();
    const replicas = await Promise.all(Array.from({ length: replicaCount }, () => open(location)));
    await replicas[0]?.accounts.add(anAccount());

    await Promise.all(
      replicas.flatMap((store, replica) =>
        Array.from({ length: 50 }, (_, index) => {
          const work = store.transaction(async ({ audit, accounts, attempts }) => {
            await audit.append(anEntry({ replica, index, step: 1 }));
            if (index % 5 === 0) await accounts.noteSignIn(anAccount().id, NOON, '192.0.2.1');
            await attempts.append(anAttempt());
            if (index % 5 === 1) throw new Error('taken back');
            await audit.append(anEntry({ replica, index, step: 2 }));
          });
          return work.catch((error: Error) => expect(error.message).toBe('taken back'));
        }),
      ),
    );

    const chained = await readAll(replicas[0]);
    expect(chained).toHaveLength(replicaCount * 40 * 2);
    expectIntact(chained);
  });

  test('gives every entry back as it was hashed, whatever it says', async () => {
    const store = await open(await newLocation());
    const details = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ stringUnit: 'grapheme' }));
    await fc.assert(
      fc.asyncProperty(fc.array(details, { maxLength: 5 }), async (written) => {
        await store.transaction(async ({ audit }) => {
          for (const each of written) await audit.append(anEntry(JSON.parse(JSON.stringify(each))));
        });
        expectIntact(await readAll(store));
      }),
      { numRuns: 30 },
    );
  });

  test('takes in the entries of before it, in their order, and those of an older program that still runs', async () => {
    const location = await newLocation();
    const older = await openEngine(location);
    await migrate(older, MIGRATIONS.slice(0, 2));
    const writeOld = (count: number) =>
      older.kysely.transaction().execute(async (transaction) => {
        for (let index = 0; index < count; index += 1)
          await sql`insert into audit_entries (at, action, actor_id, ip, user_agent, reference, details)
            values (${NOON.getTime() + index}, 'console.signed_in', null, '192.0.2.1', 'Old', 'REF', '{}')`.execute(
            transaction,
          );
      });
    await writeOld(1200);

    const store = await open(location);
    await store.audit.append(anEntry({ index: 0 }));
    await writeOld(2);
    await Promise.all([store.sweep(NOON), store.audit.append(anEntry({ index: 1 })), store.sweep(NOON)]);
    await older.close();

    const chained = await readAll(store);
    expect(chained).toHaveLength(1204);
    expectIntact(chained);
    expect(chained[1199]?.entry.at).toEqual(new Date(NOON.getTime() + 1199));
  });

  test('counts the attempts of before it, and says which rule had refused them', async () => {
    const location = await newLocation();
    const older = await openEngine(location);
    await migrate(older, MIGRATIONS.slice(0, 2));
    const refusals = [null, 'forbidden', 'authentication_failed', 'account_banned'];
    for (const [index, refusal] of refusals.entries())
      await sql`insert into sign_in_attempts (reference, ip, user_agent, at, method, email, account_id, refusal)
        values (${`REF-${index}`}, '192.0.2.1', 'Old', ${NOON.getTime()}, 'password', 'ada@example.com', 'a', ${refusal})`.execute(
        older.kysely,
      );
    await older.close();

    const store = await open(location);

    const rules = await Promise.all(refusals.map((_, index) => store.attempts.findByReference(`REF-${index}`)));
    expect(rules.map((attempt) => attempt?.rule)).toEqual([null, 'method_off', 'wrong_password', 'banned']);
    const { attempts } = await store.overview.figures(new Date('2026-11-20T00:00:00Z'), NOON);
    expect(attempts.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });
});

async function newFolder(): Promise<StoreLocation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-audit-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir };
}

async function open(location: StoreLocation): Promise<Store> {
  const store = await openStore(location, aSealing());
  onTestFinished(() => store.close());
  return store;
}

function anEntry(details: AuditDetails) {
  return {
    at: NOON,
    action: 'console.signed_in' as const,
    actorId: null,
    origin: { ip: '192.0.2.1', userAgent: 'Mozilla/5.0', reference: 'REF-1' },
    details,
  };
}

function anAttempt() {
  return {
    at: NOON,
    origin: { ip: '192.0.2.1', userAgent: 'Mozilla/5.0', reference: 'REF-1' },
    method: 'password' as const,
    email: 'ada@example.com',
    accountId: null,
    refusal: 'authentication_failed' as const,
    rule: 'unknown_account' as const,
  };
}

async function readAll(store: Store | undefined): Promise<ChainedEntry[]> {
  const chained: ChainedEntry[] = [];
  for await (const entry of store?.audit.read({}) ?? []) chained.push(entry);
  return chained;
}

function expectIntact(chained: readonly ChainedEntry[]): void {
  let previousHash = FIRST_PREVIOUS_HASH;
  for (const [index, entry] of chained.entries()) {
    expect([entry.seq, entry.previousHash]).toEqual([index + 1, previousHash]);
    expect(createHash('sha256').update(canonicalText(entry)).digest('hex')).toBe(entry.hash);
    previousHash = entry.hash;
  }
}
