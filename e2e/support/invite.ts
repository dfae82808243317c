import type { Mailbox } from './mailbox.ts';
import { ANN, Visitor } from './people.ts';
import type { Server } from './server.ts';

export const WORKSPACE = "Ann Lee's Workspace";

/** Ann invites; the link she is shown, and the one that the letter brings. */
export async function invite(
  server: Server,
  mailbox: Mailbox,
  email: string,
): Promise<{ copied: string; mailed: string }> {
  const copied = await inviteByLink(server, email);
  return { copied, mailed: (await mailbox.letterTo(email, WORKSPACE)).link('/activate') };
}

/** Ann invites, and hands over the link that she is shown. */
export async function inviteByLink(server: Server, email: string): Promise<string> {
  const visitor = new Visitor(server.address);
  await visitor.signIn();
  const body = { emails: [email], role: 'editor', language: 'en-US' };
  const answer = await (await visitor.post('/console/api/workspaces/current/members/invite-email', body)).json();
  return answer.invitation_results[0].url;
}

/** Somebody who has an account, and is in no workspace any more. */
export async function makeFormerMember(server: Server, mailbox: Mailbox, name: string): Promise<typeof ANN> {
  const person = { ...ANN, name, email: `${name.toLowerCase()}@example.com` };
  const { mailed } = await invite(server, mailbox, person.email);
  const activation = { token: new URL(mailed).hash.slice(1), name, password: person.password };
  const preferences = { interface_language: 'en-US', timezone: 'Europe/Paris' };
  await new Visitor(server.address).post('/console/api/activate', { ...activation, ...preferences });
  const ann = new Visitor(server.address);
  await ann.signIn();
  const { accounts } = await (await ann.get('/console/api/workspaces/current/members')).json();
  const { id } = accounts.find(({ email }: { email: string }) => email === person.email);
  await ann.delete(`/console/api/workspaces/current/members/${id}`);
  return person;
}
