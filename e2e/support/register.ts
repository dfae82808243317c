import { expect } from 'vitest';
import type { Mailbox } from './mailbox.ts';
import { type ANN, Visitor } from './people.ts';
import type { Server } from './server.ts';

const BASE = '/console/api/email-register';

/** Registers somebody, as far as the policy lets them. */
export async function register(server: Server, mailbox: Mailbox, person: typeof ANN): Promise<void> {
  const { email, name, password } = person;
  const visitor = new Visitor(server.address);
  const sent = await (await visitor.post(`${BASE}/send-email`, { email })).json();
  const { code } = await mailbox.letterTo(email);
  const proof = await (await visitor.post(`${BASE}/validity`, { email, code, token: sent.data })).json();
  const account = { token: proof.token, name, new_password: password, password_confirm: password };
  expect((await visitor.post(BASE, account)).status).toBe(200);
}
