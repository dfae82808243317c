import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConnection, aLetter, anAccount, aSealing } from '@latchkey/core/testing';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from './index.ts';
import { openEngine } from './open/open-engine.ts';

test('whoever reads the database finds neither the code of a letter nor the password of the mail server nor the secret of a connection', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const store = await openStore({ dataDir }, aSealing());
  await store.accounts.add(anAccount());
  await store.outbox.add(aLetter());
  await store.mailSettings.set({
    host: 'mail.example.com',
    port: 587,
    encryption: 'starttls',
    user: 'latchkey',
    password: 'hunter2hunter2',
    fromName: 'Latchkey',
    fromAddress: 'noreply@example.com',
    ehloName: null,
  });
  await store.ssoConnections.add(aConnection());
  await store.close();

  const { kysely, close } = await openEngine({ dataDir });
  const { rows: letters } = await sql<{ facts: string }>`select facts from letters`.execute(kysely);
  const { rows: instance } = await sql<{ mail_settings: string }>`select mail_settings from instance`.execute(kysely);
  const { rows: connections } = await sql<{ provider: string }>`select * from sso_connections`.execute(kysely);
  await close();

  expect(letters).toHaveLength(1);
  expect(JSON.stringify(letters)).not.toContain('314159');
  expect(instance[0]?.mail_settings).toBeTruthy();
  expect(JSON.stringify(instance)).not.toContain('hunter2');
  expect(connections).toHaveLength(1);
  expect(JSON.stringify(connections)).not.toContain('a secret of the provider');
});
