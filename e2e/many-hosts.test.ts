import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { ANN, setUp, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { Machine } from './support/terminal.ts';

let office: Server;
let lab: Server;
beforeAll(async () => {
  [office, lab] = await Promise.all([Server.start(), Server.start()]);
  await Promise.all([setUp(office), setUp(lab)]);
});
afterAll(async () => {
  await office[Symbol.asyncDispose]();
  await lab[Symbol.asyncDispose]();
});

async function signIn(machine: Machine, server: Server, person = ANN): Promise<void> {
  const { terminal, userCode } = await machine.startSignIn(server.address);
  const visitor = new Visitor(server.address);
  await visitor.signIn(person);
  expect((await visitor.post('/openapi/v1/oauth/device/approve', { user_code: userCode })).status).toBe(200);
  expect(await terminal.exit()).toBe(0);
}

test('two hosts and two accounts live side by side, and one is active', async () => {
  using machine = new Machine();
  const bob = await addMember(office, { name: 'Bob', email: 'bob@example.com' });
  const [officeHost, labHost] = [new URL(office.address).host, new URL(lab.address).host];
  await signIn(machine, office);
  await signIn(machine, lab);
  await signIn(machine, office, bob);
  expect((await machine.run('auth', 'whoami')).shown).toBe('bob@example.com (Bob)\n');

  expect((await machine.run('use', 'host', '--domain', labHost)).shown).toBe(`✓ Active host is now ${labHost}\n`);
  expect((await machine.run('auth', 'whoami')).shown).toBe(`${ANN.email} (${ANN.name})\n`);
  await machine.run('use', 'host', '--domain', officeHost);
  const used = await machine.run('use', 'account', '--email', ANN.email);
  expect(used.shown).toBe(`✓ Active account on ${officeHost} is now ${ANN.email}\n`);
  expect((await machine.run('use', 'host', '--domain', 'elsewhere.example')).exitCode).toBe(2);

  const listed = JSON.parse((await machine.run('auth', 'list', '-o', 'json')).shown);
  expect(listed.contexts).toHaveLength(3);
  expect(listed.contexts.filter(({ active }: { active: boolean }) => active)).toEqual([
    { host: officeHost, account: ANN.email, name: ANN.name, active: true },
  ]);

  const out = await machine.run('auth', 'logout');
  expect(out.shown).toContain(`✓ Logged out of ${officeHost}`);
  const left = JSON.parse((await machine.run('auth', 'list', '-o', 'json')).shown);
  expect(left.contexts.map(({ account }: { account: string }) => account).sort()).toEqual([ANN.email, bob.email]);
});
