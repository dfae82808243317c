import { expect } from 'vitest';
import { administer } from './administer.ts';
import { ANN, Visitor } from './people.ts';
import type { Server } from './server.ts';

/** Puts a second person into Ann's workspace, as she does in the administration; their password is hers. */
export async function addMember(server: Server, person: { name: string; email: string }): Promise<typeof ANN> {
  const ann = new Visitor(server.address);
  await ann.signIn();
  const workspace = await (await ann.post('/console/api/workspaces/current')).json();
  const act = await administer(server);
  const place = { workspace_id: workspace.id, role: 'normal' };
  const { one_time_password } = await act('POST', '/accounts', { ...person, ...place });
  const member = { ...ANN, ...person };
  const visitor = new Visitor(server.address);
  await visitor.signIn({ ...member, password: String(one_time_password) });
  const chosen = { new_password: member.password };
  expect((await visitor.post('/console/api/unfinished-sign-in/password', chosen)).status).toBe(200);
  return member;
}
