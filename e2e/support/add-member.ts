import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ANN } from './people.ts';
import type { Server } from './server.ts';

/** Puts a second person, with Ann's password, into her workspace; there is no invitation to accept yet. */
export function addMember({ dataDir }: Server, person: { name: string; email: string }): typeof ANN {
  using db = new DatabaseSync(join(dataDir, 'latchkey.db'), { timeout: 5000 });
  const id = randomUUID();
  const ann = 'select id from accounts where email = ?';
  db.exec('begin immediate');
  db.prepare(
    `insert into accounts select ?, ?, ?, avatar, interface_language, interface_theme, timezone, status,
      current_workspace_id, null, null, created_at from accounts where email = ?`,
  ).run(id, person.email, person.name, ANN.email);
  db.prepare(`insert into passwords select ?, hash, changed_at from passwords where account_id = (${ann})`).run(
    id,
    ANN.email,
  );
  db.prepare(
    `insert into memberships select workspace_id, ?, 'normal', created_at from memberships where account_id = (${ann})`,
  ).run(id, ANN.email);
  db.exec('commit');
  return { ...ANN, ...person };
}
