import { cutAdministratorLink, type LetterFacts } from '@latchkey/core';
import type { Browser } from './browser.ts';
import { joinWorkspace } from './join-workspace.ts';
import { lastLetter } from './last-letter.ts';
import { setPolicy } from './set-policy.ts';
import { signInAdministrator } from './sign-in-administrator.ts';
import { ADMIN, type TestServer } from './test-server.ts';

/** One secret that the server gave somebody, with whatever belongs to it. */
export interface GivenToken {
  readonly token: string;
  /** What the letter said. */
  readonly code: string;
  readonly email: string;
  /** The other token that goes with it. */
  readonly beside?: string;
  /** Where its owner is signed in. */
  readonly owner: Browser;
}

const api = '/console/api';
const account = `${api}/account`;
const members = `${api}/workspaces/current/members`;

/** One token of every kind, all of them good at the same time. */
export async function everyToken(server: TestServer): Promise<ReadonlyMap<string, GivenToken>> {
  await setPolicy(server, { emailCode: true, registration: true, personalSpaces: true });
  const ann = server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  const admin = await signInAdministrator(server);
  const [bob, cleo, gus, hal] = [
    await joinWorkspace(server, ann, 'bob@example.com'),
    await joinWorkspace(server, ann, 'cleo@example.com'),
    await joinWorkspace(server, ann, 'gus@example.com'),
    await joinWorkspace(server, ann, 'hal@example.com'),
  ];
  const { workspaces } = (await cleo.send('GET', `${api}/workspaces`)).json();
  const own = workspaces.find(({ name }: { name: string }) => name === "cleo's Workspace");
  await cleo.send('POST', `${api}/workspaces/switch`, { tenant_id: own.id });
  const given = new Map<string, GivenToken>();
  const give = (kind: string, token: string, owner: Browser, email = ADMIN.email, code = '000000') =>
    given.set(kind, { token, code, email, owner });

  /** Asks for a code and keeps its token. */
  async function sent(
    kind: string,
    letter: keyof LetterFacts & `${string}_code`,
    owner: Browser,
    email: string,
    ask: () => ReturnType<Browser['send']>,
  ): Promise<{ readonly token: string; readonly code: string; readonly email: string }> {
    const token = (await ask()).json().data;
    const { code } = await lastLetter(server, letter, email);
    give(kind, token, owner, email, code);
    return { token, code, email };
  }
  const proven = async (kind: string, owner: Browser, path: string, typed: object & { readonly email: string }) =>
    give(kind, (await owner.send('POST', path, typed)).json().token, owner, typed.email);
  const token = (kind: string) => given.get(kind)?.token ?? '';

  for (const name of ['access', 'refresh', 'csrf']) give(name, ann.cookies.get(`${name}_token`) ?? '', ann);
  give('set-up', server.context.tokens.init.sign({ exp: Date.parse('2027-01-01') / 1000 }), ann);
  give('session of the administration', admin.cookies.get('latchkey_admin') ?? '', ann);
  const wanted = { name: 'script', scopes: ['members:read'], expires_in_days: null };
  give('API key', (await admin.send('POST', '/admin-api/v1/api-keys', wanted)).json().key, ann);

  const dan = server.browser();
  const made = await admin.send('POST', '/admin-api/v1/accounts', { email: 'dan@example.com', name: 'Dan' });
  await dan.signIn('dan@example.com', made.json().one_time_password);
  give('unfinished sign-in', dan.cookies.get('unfinished_sign_in') ?? '', dan, 'dan@example.com');

  const asks = (owner: Browser, path: string, body: object) => () => owner.send('POST', `${api}${path}`, body);
  const email = ADMIN.email;
  await sent('sign-in', 'sign_in_code', ann, email, asks(ann, '/email-code-login', { email }));
  await sent('forgotten password', 'password_reset_code', ann, email, asks(ann, '/forgot-password', { email }));
  const cleos = { email: 'cleo@example.com' };
  const reset = await sent('', 'password_reset_code', cleo, cleos.email, asks(cleo, '/forgot-password', cleos));
  await proven('proven forgotten password', cleo, `${api}/forgot-password/validity`, reset);
  for (const [kind, newcomer] of [
    ['registration', 'ida@example.com'],
    ['', 'joe@example.com'],
  ] as const) {
    const ask = asks(dan, '/email-register/send-email', { email: newcomer });
    const asked = await sent(kind, 'registration_code', dan, newcomer, ask);
    if (kind === '') await proven('proven registration', dan, `${api}/email-register/validity`, asked);
  }

  const invite = { emails: ['eve@example.com', 'fay@example.com', 'kim@example.com'], role: 'normal' };
  const { invitation_results } = (await ann.send('POST', `${members}/invite-email`, invite)).json();
  const copied = (index: number) => new URL(invitation_results[index].url).searchParams.get('token') ?? '';
  give('copied invitation', copied(2), dan, 'kim@example.com');
  const { link } = await lastLetter(server, 'invitation', 'fay@example.com');
  give('invitation in a letter', new URL(link).hash.slice(1), dan, 'fay@example.com');
  const askInvited = asks(dan, '/activate/code', { token: copied(0) });
  const invited = await sent('', 'invitation_code', dan, 'eve@example.com', askInvited);
  given.set('invitation code', { ...invited, owner: dan, beside: copied(0) });

  const change = (owner: Browser, body: object) => () => owner.send('POST', `${account}/change-email`, body);
  const validity = `${account}/change-email/validity`;
  await sent('own address', 'email_change_old_code', ann, email, change(ann, { email }));
  for (const [who, mine, next, kind] of [
    [cleo, 'cleo@example.com', 'cleo.new@example.com', 'new address'],
    [bob, 'bob@example.com', 'bob.new@example.com', ''],
  ] as const) {
    const first = await sent('', 'email_change_old_code', who, mine, change(who, { email: mine }));
    await proven('proven own address', who, validity, first);
    const second = change(who, { email: next, phase: 'new_email', token: token('proven own address') });
    const asked = await sent(kind, 'email_change_new_code', who, next, second);
    if (who === bob) await proven('proven new address', bob, validity, asked);
  }

  const handOver = (owner: Browser) => () => owner.send('POST', `${members}/send-owner-transfer-confirm-email`, {});
  await sent('hand-over', 'owner_transfer_code', ann, email, handOver(ann));
  const handing = await sent('', 'owner_transfer_code', cleo, cleos.email, handOver(cleo));
  await proven('proven hand-over', cleo, `${members}/owner-transfer-check`, handing);
  const deleting = () => gus.send('GET', `${account}/delete/verify`);
  await sent('deletion', 'account_deletion_code', gus, 'gus@example.com', deleting);

  const hals = await server.context.platform.store.accounts.findByEmail('hal@example.com');
  await admin.send('POST', `/admin-api/v1/accounts/${hals?.id}/password-reset`, { kind: 'link' });
  const passwordLink = await lastLetter(server, 'password_reset_link', 'hal@example.com');
  give('password link', new URL(passwordLink.link).hash.slice(1), hal, 'hal@example.com');
  const shellLink = await cutAdministratorLink(server.context.platform, ADMIN.email);
  give('link of the shell', new URL(shellLink).hash.slice(1), ann);

  for (const isApproved of [false, true]) {
    const asking = { client_id: 'difyctl', device_label: `vm ${isApproved}` };
    const grant = (await ann.send('POST', '/openapi/v1/oauth/device/code', asking)).json();
    if (!isApproved) {
      give('device code', grant.device_code, ann);
      give('user code', grant.user_code, ann);
      continue;
    }
    await ann.send('POST', '/openapi/v1/oauth/device/approve', { user_code: grant.user_code });
    const collecting = { client_id: 'difyctl', device_code: grant.device_code };
    give('terminal', (await ann.send('POST', '/openapi/v1/oauth/device/token', collecting)).json().token, ann);
  }
  given.delete('');
  return given;
}
