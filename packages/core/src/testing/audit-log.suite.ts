import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditDetails } from '../audit/audit-entry.ts';
import type { NamedEntry } from '../audit/audit-log.ts';
import { type ChainedEntry, FIRST_PREVIOUS_HASH } from '../audit/chained-entry.ts';
import type { Store } from '../kernel/store.ts';
import { aSignInAttempt } from './a-sign-in-attempt.ts';
import { aWorkspace } from './a-workspace.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { anId } from './an-id.ts';
import { anOrigin } from './an-origin.ts';
import { atOnce } from './at-once.ts';
import { afterNoon, DAY, NOON } from './instant.ts';
import type { OpenTestStore } from './open-test-store.ts';
import { openWithAccounts } from './open-with-accounts.ts';

export function auditLogSuite(open: OpenTestStore): void {
  describe('audit', () => {
    test('gives back the newest entries, newest first, with every detail', async () => {
      const { audit } = await open();
      const oldest = anAuditEntry();
      const newer = anAuditEntry({
        at: afterNoon(1),
        action: 'oauth.device_flow_denied',
        actorId: null,
        origin: anOrigin({ ip: '2001:db8::1' }),
        details: { client_id: 'difyctl', ended: 2, forced: true, label: null },
      });
      const newest = anAuditEntry({
        at: afterNoon(2),
        action: 'console.signed_out',
        actor: 'administrator',
        subjectId: anId(2),
        workspaceId: anId(3),
        details: { before: { methods: ['password'] }, after: { methods: [] } },
      });
      for (const entry of [oldest, newer, newest]) await audit.append(entry);

      expect(await audit.latest(2)).toEqual([newest, newer]);
    });

    test('keeps the order of entries of one instant', async () => {
      const { audit } = await open();
      await audit.append(anAuditEntry({ details: { step: 1 } }));
      await audit.append(anAuditEntry({ details: { step: 2 } }));

      expect((await audit.latest(10)).map(({ details }) => details.step)).toEqual([2, 1]);
    });

    test('binds each entry to the one before it', async () => {
      const { audit } = await open();
      for (let step = 1; step <= 3; step += 1) await audit.append(anAuditEntry({ details: { step } }));

      const chained = await readAll(audit);

      expect(chained.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(chained.map(({ entry }) => entry.details.step)).toEqual([1, 2, 3]);
      expectChain(chained);
      expect(chained[0]?.previousHash).toBe(FIRST_PREVIOUS_HASH);
    });

    test('chains the entries of a transaction in their order, behind those that were written meanwhile', async () => {
      const store = await open();

      await store.transaction(async ({ audit, limits }) => {
        await audit.append(anAuditEntry({ details: { step: 'first' } }));
        await limits.hit('door', { max: 1, windowSeconds: 1 }, NOON);
        await audit.append(anAuditEntry({ details: { step: 'second' } }));
      });
      await store.audit.append(anAuditEntry({ details: { step: 'third' } }));

      const chained = await readAll(store.audit);
      expect(chained.map(({ entry }) => entry.details.step)).toEqual(['first', 'second', 'third']);
      expectChain(chained);
    });

    test('has no hole where a transaction was taken back', async () => {
      const store = await open();
      await store.audit.append(anAuditEntry());

      const failed = store.transaction(async ({ audit }) => {
        await audit.append(anAuditEntry({ details: { kept: false } }));
        throw new Error('taken back');
      });
      await expect(failed).rejects.toThrow('taken back');
      await store.audit.append(anAuditEntry());

      const chained = await readAll(store.audit);
      expect(chained.map(({ seq, entry }) => [seq, entry.details.kept])).toEqual([
        [1, undefined],
        [2, undefined],
      ]);
      expectChain(chained);
    });

    test('refuses an entry of a transaction that is over', async () => {
      const store = await open();
      let kept = store.audit;
      await store.transaction(async ({ audit }) => {
        kept = audit;
      });

      await expect(kept.append(anAuditEntry())).rejects.toThrow();
      expect(await readAll(store.audit)).toEqual([]);
    });

    test('stays one chain when fifty write at once, some of whom fail', async () => {
      const store = await openWithAccounts(open);

      await atOnce(50, (index) => {
        const entry = anAuditEntry({ details: { index } });
        if (index % 3 === 0) return store.audit.append(entry);
        const work = store.transaction(async ({ audit, accounts, attempts }) => {
          await audit.append(entry);
          await accounts.noteSignIn(anId(1 + (index % 2)), NOON, '192.0.2.1');
          await attempts.append(aSignInAttempt({ at: afterNoon(index / 100) }));
          if (index % 3 === 2) throw new Error('taken back');
        });
        return work.catch(() => {});
      });

      const chained = await readAll(store.audit);
      const written = Array.from({ length: 50 }, (_, index) => index).filter((index) => index % 3 !== 2);
      expect(chained.map(({ entry }) => Number(entry.details.index)).sort((one, other) => one - other)).toEqual(
        written,
      );
      expectChain(chained);
    });

    test('stays one chain whatever is written alone, together or taken back', async () => {
      const store = await open();
      const outcome = fc.constantFrom('alone', 'kept', 'taken back');
      const step = fc.record({ outcome, details: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())) });
      const written: object[] = [];

      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          await atOnce(steps.length, (index) => write(store, steps[index]));
          written.push(...steps.filter(({ outcome }) => outcome !== 'taken back').map(({ details }) => details));
        }),
        { numRuns: 30 },
      );

      const chained = await readAll(store.audit);
      const found = chained.map(({ entry }) => entry.details);
      expect(found).toHaveLength(written.length);
      expect(found).toEqual(expect.arrayContaining(written));
      expectChain(chained);
    });

    test('is listed a page at a time, newest first', async () => {
      const { audit } = await open();
      for (let step = 1; step <= 5; step += 1) await audit.append(anAuditEntry({ details: { step } }));

      const first = await audit.list({}, { limit: 2 });
      const next = await audit.list({}, { limit: 2, before: 4 });

      expect(first.map(({ seq }) => seq)).toEqual([5, 4]);
      expect(next.map(({ seq }) => seq)).toEqual([3, 2]);
      expect(await audit.list({}, { limit: 2, before: 1 })).toEqual([]);
    });

    test('is found by what was done, who did it, to whom, where, when and any part of its words', async () => {
      const { audit } = await open();
      const written = [
        anAuditEntry({ action: 'account.password_changed', actorId: anId(2) }),
        anAuditEntry({ action: 'oauth.session_revoked', subjectId: anId(7), at: afterNoon(DAY) }),
        anAuditEntry({ action: 'console.signed_in', workspaceId: anId(9), origin: anOrigin({ ip: '2001:db8::7' }) }),
        anAuditEntry({ action: 'console.signed_out', details: { label: '100% Ünlike_any' }, at: afterNoon(2 * DAY) }),
      ];
      for (const entry of written) await audit.append(entry);
      const found = async (filter: Parameters<typeof audit.list>[0]) => {
        const listed = (await audit.list(filter, { limit: 10 })).map(({ seq }) => seq);
        expect((await readAll(audit, filter)).map(({ seq }) => seq).reverse()).toEqual(listed);
        return listed;
      };

      expect(await found({})).toEqual([4, 3, 2, 1]);
      expect(await found({ action: 'console.' })).toEqual([4, 3]);
      expect(await found({ action: 'console.signed_in' })).toEqual([3]);
      expect(await found({ action: 'console_' })).toEqual([]);
      expect(await found({ actorId: anId(2) })).toEqual([1]);
      expect(await found({ subjectId: anId(7) })).toEqual([2]);
      expect(await found({ workspaceId: anId(9) })).toEqual([3]);
      expect(await found({ workspaceId: anId(9), actorId: anId(2) })).toEqual([]);
      expect(await found({ from: afterNoon(DAY), to: afterNoon(2 * DAY) })).toEqual([2]);
      expect(await found({ text: '2001:DB8::7' })).toEqual([3]);
      expect(await found({ text: '100% ' })).toEqual([4]);
      expect(await found({ text: 'ÜnLIKE' })).toEqual([4]);
      expect(await found({ text: 'e_any' })).toEqual([4]);
      expect(await found({ text: 'e%any' })).toEqual([]);
    });

    test('names the accounts and the workspace of an entry as they are called today, while they exist', async () => {
      const store = await openWithAccounts(open);
      await store.workspaces.add(aWorkspace({ id: anId(9), name: 'Analysts' }));
      await store.audit.append(anAuditEntry({ actorId: anId(1), subjectId: anId(2), workspaceId: anId(9) }));
      await store.audit.append(anAuditEntry({ actorId: null, subjectId: anId(77) }));

      const named = await store.audit.list({}, { limit: 10 });

      expect(named.map(namesOf)).toEqual([
        [null, null, null],
        ['ada@example.com', 'grace@example.com', 'Analysts'],
      ]);
    });

    test('is read through to its end, however long', async () => {
      const store = await open();
      await store.transaction(async ({ audit }) => {
        for (let step = 1; step <= 2500; step += 1) await audit.append(anAuditEntry({ details: { step } }));
      });

      const chained = await readAll(store.audit);

      expect(chained).toHaveLength(2500);
      expectChain(chained);
    });
  });
}

interface Step {
  readonly outcome: string;
  readonly details: AuditDetails;
}

async function write(store: Store, step: Step | undefined): Promise<void> {
  const entry = anAuditEntry({ details: step?.details ?? {} });
  if (step?.outcome === 'alone') return store.audit.append(entry);
  const work = store.transaction(async ({ audit }) => {
    await audit.append(entry);
    if (step?.outcome === 'taken back') throw new Error('taken back');
  });
  await work.catch(() => {});
}

async function readAll(audit: Store['audit'], filter: Parameters<Store['audit']['read']>[0] = {}) {
  const entries: ChainedEntry[] = [];
  for await (const entry of audit.read(filter)) entries.push(entry);
  return entries;
}

function expectChain(chained: readonly ChainedEntry[]): void {
  for (const [index, { seq, previousHash }] of chained.entries()) {
    const before = chained[index - 1];
    if (before !== undefined) expect({ seq, previousHash }).toEqual({ seq: before.seq + 1, previousHash: before.hash });
  }
  expect(new Set(chained.map(({ hash }) => hash)).size).toBe(chained.length);
}

function namesOf({ actorName, subjectName, workspaceName }: NamedEntry): (string | null)[] {
  return [actorName, subjectName, workspaceName];
}
