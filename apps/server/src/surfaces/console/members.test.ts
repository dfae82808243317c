import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { countLetters, lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const BOB = 'bob@example.com';
const PASSWORD = 'marble fountain 4';
const here = '/console/api/workspaces/current/members';
const DETAILS = { name: 'Bob', interface_language: 'en-US', timezone: 'Europe/London' };

let server: TestServer;
let ann: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  ann = server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  server.advance(1); // what happens in one instant has no order
});
afterEach(() => server.close());

const invite = (emails: string[], role = 'editor', browser = ann) =>
  browser.send('POST', `${here}/invite-email`, { emails, role, language: 'en-US' });

async function proofOf(email: string): Promise<string> {
  const { link } = await lastLetter(server, 'invitation', email);
  return new URL(link).hash.slice(1);
}

/** Invites somebody and lets them accept by the letter; returns their browser. */
async function join(email: string, role = 'editor'): Promise<Browser> {
  server.advance(1); // what happens in one instant has no order
  await invite([email], role);
  const browser = server.browser();
  const body = { ...DETAILS, token: await proofOf(email), password: PASSWORD };
  expect((await browser.send('POST', '/console/api/activate', body)).statusCode).toBe(200);
  return browser;
}

async function members(browser = ann): Promise<{ id: string; email: string; role: string; status: string }[]> {
  return (await browser.send('GET', here)).json().accounts;
}

const idOf = async (email: string) => (await members()).find((member) => member.email === email)?.id ?? 'nobody';

describe('an invitation', () => {
  test('lists a new address as pending at once, and answers a link to copy', async () => {
    const response = await invite([' Bob@Example.com ', BOB, 'no address']);

    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({
      result: 'success',
      invitation_results: [
        { status: 'success', email: BOB, url: expect.stringContaining('/activate?email=bob%40example.com&token=') },
        { status: 'failed', email: 'no address' },
      ],
    });
    expect(await members()).toMatchObject([{ email: ADMIN.email }, { email: BOB, role: 'editor', status: 'pending' }]);
  });

  test('accepted by its letter sets a password and opens a session in the workspace', async () => {
    const bob = await join(BOB);

    expect((await bob.send('GET', '/console/api/account/profile')).json()).toMatchObject({ name: 'Bob', email: BOB });
    expect((await bob.send('POST', '/console/api/workspaces/current')).json()).toMatchObject({ role: 'editor' });
    expect(await members()).toMatchObject([{}, { email: BOB, status: 'active' }]);
    expect((await server.browser().signIn(BOB, PASSWORD)).json()).toEqual({ result: 'success' });
  });

  test('does not let whoever copied the link set the password', async () => {
    const { url } = (await invite([BOB])).json().invitation_results[0];
    const token = new URL(url).searchParams.get('token');

    const taken = await ann.send('POST', '/console/api/activate', { ...DETAILS, token, password: PASSWORD });

    expect(taken.json().code).toBe('forbidden');
    expect((await members())[1]).toMatchObject({ status: 'pending' });
  });

  test('opened by a copied link is completed with a code from the invited mailbox', async () => {
    const { url } = (await invite([BOB])).json().invitation_results[0];
    const token = new URL(url).searchParams.get('token');
    const bob = server.browser();
    const check = (await bob.send('GET', `/console/api/activate/check?token=${token}`)).json();
    expect(check).toMatchObject({
      is_valid: true,
      data: { email: BOB, account: 'new', proven: false, password: true },
    });
    const code_token = (await bob.send('POST', '/console/api/activate/code', { token })).json().data;
    const { code } = await lastLetter(server, 'invitation_code', BOB);

    const response = await bob.send('POST', '/console/api/activate', {
      ...DETAILS,
      token,
      password: PASSWORD,
      code,
      code_token,
    });

    expect(response.json()).toEqual({ result: 'success' });
    expect((await bob.send('GET', '/console/api/account/profile')).json().email).toBe(BOB);
  });

  test('is accepted by its token alone, as Dify’s clients do, without a session or a password', async () => {
    const { url } = (await invite([BOB])).json().invitation_results[0];
    const token = new URL(url).searchParams.get('token');
    const bob = server.browser();

    expect((await bob.send('POST', '/console/api/activate', { ...DETAILS, token })).json()).toEqual({
      result: 'success',
    });
    expect(bob.cookies.size).toBe(0);
    const again = await bob.send('POST', '/console/api/activate', { ...DETAILS, token });
    expect([again.statusCode, again.json().code]).toEqual([403, 'already_activate']);
    expect((await bob.send('GET', `/console/api/activate/check?token=${token}`)).json()).toEqual({
      is_valid: false,
      reason: 'accepted',
    });
  });

  test('ends at the very instant of 72 hours, and says why', async () => {
    await invite([BOB]);
    const token = await proofOf(BOB);
    server.advance(72 * 3600);

    const bob = server.browser();
    expect((await bob.send('GET', `/console/api/activate/check?token=${token}`)).json()).toEqual({
      is_valid: false,
      reason: 'expired',
    });
    expect((await bob.send('POST', '/console/api/activate', { ...DETAILS, token })).json().code).toBe(
      'already_activate',
    );
  });

  test('is accepted once, however many try at once', async () => {
    await invite([BOB]);
    const token = await proofOf(BOB);

    const answers = await Promise.all(
      [1, 2, 3].map(() => server.browser().send('POST', '/console/api/activate', { ...DETAILS, token })),
    );

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403, 403]);
  });

  test('asks somebody who has an account, instead of joining them silently', async () => {
    const carol = await join('carol@example.com');
    const { store } = server.context.platform;
    const [second] = await store.workspaces.listOf(
      (await store.accounts.findByEmail('carol@example.com'))?.id ?? never(),
    );
    expect(second).toBeDefined();
    await setPolicy(server, { personalSpaces: true });
    const dave = await join('dave@example.com');
    const own = (await dave.send('GET', '/console/api/workspaces')).json().workspaces.at(-1).id;
    await dave.send('POST', '/console/api/workspaces/switch', { tenant_id: own });

    await invite(['carol@example.com'], 'normal', dave);

    const before = (await carol.send('GET', '/console/api/workspaces')).json().workspaces;
    const [waiting] = (await carol.send('GET', '/console/api/invitations')).json().data;
    expect(waiting).toMatchObject({ email: 'carol@example.com', role: 'normal', inviter: 'Bob' });
    await carol.send('POST', `/console/api/invitations/${waiting.id}/answer`, { accept: true });
    const after = (await carol.send('GET', '/console/api/workspaces')).json().workspaces;
    expect(after.length - before.length).toBe(1);
  });

  test('for somebody with an account is not accepted by anybody else, and not without signing in', async () => {
    await setPolicy(server, { personalSpaces: true });
    const dave = await join('dave@example.com');
    const own = (await dave.send('GET', '/console/api/workspaces')).json().workspaces.at(-1).id;
    await dave.send('POST', '/console/api/workspaces/switch', { tenant_id: own });
    await invite([ADMIN.email], 'normal', dave);
    const token = await proofOf(ADMIN.email);

    const nobody = await server.browser().send('POST', '/console/api/activate', { ...DETAILS, token });
    expect([nobody.statusCode, nobody.json().code]).toEqual([401, 'unauthorized']);
    const wrong = await dave.send('POST', '/console/api/activate', { ...DETAILS, token });
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'wrong_recipient']);
    expect((await ann.send('POST', '/console/api/activate', { ...DETAILS, token })).json()).toEqual({
      result: 'success',
    });
  });

  test('sent again kills its earlier links; revoked, it takes the pending place away', async () => {
    await invite([BOB]);
    const old = await proofOf(BOB);
    const [{ id }] = (await ann.send('GET', '/console/api/workspaces/current/invitations')).json().data;
    server.advance(1);
    const again = await ann.send('POST', `/console/api/workspaces/current/invitations/${id}/resend`);
    expect(again.json().url).toContain('/activate?');
    expect((await ann.send('GET', `/console/api/activate/check?token=${old}`)).json()).toMatchObject({
      is_valid: false,
    });

    const [{ id: newer }] = (await ann.send('GET', '/console/api/workspaces/current/invitations')).json().data;
    await ann.send('DELETE', `/console/api/workspaces/current/invitations/${newer}`);

    expect(await members()).toHaveLength(1);
    expect(await server.context.platform.store.accounts.findByEmail(BOB)).toBeUndefined();
  });

  test('is refused address by address for whoever may not invite, and as a whole with the role owner', async () => {
    const bob = await join(BOB);

    expect((await invite(['x@example.com'], 'normal', bob)).json().invitation_results).toEqual([
      { status: 'failed', email: 'x@example.com', message: 'No permission to add member.' },
    ]);
    const owner = await invite(['x@example.com'], 'owner');
    expect([owner.statusCode, owner.json().code]).toEqual([400, 'invalid-role']);
  });

  test('is not lost for somebody who registers, or asks for a code, instead of opening it', async () => {
    await setPolicy(server, { registration: true, emailCode: true });
    await invite([BOB]);
    const bob = server.browser();
    const token = (await bob.send('POST', '/console/api/email-code-login', { email: BOB })).json().data;
    const { code } = await lastLetter(server, 'sign_in_code', BOB);

    await bob.send('POST', '/console/api/email-code-login/validity', { email: BOB, code, token });

    expect((await bob.send('POST', '/console/api/workspaces/current')).json().role).toBe('editor');
    expect((await members())[1]).toMatchObject({ email: BOB, status: 'active' });
  });
});

describe('members', () => {
  test('are removed, and refused from the next request on', async () => {
    const bob = await join(BOB);

    const response = await ann.send('DELETE', `${here}/${await idOf(BOB)}`);

    expect(response.json()).toMatchObject({ result: 'success', tenant_id: expect.any(String) });
    expect((await bob.send('POST', '/console/api/workspaces/current')).statusCode).toBe(401);
  });

  test('get other roles, and nobody becomes owner that way', async () => {
    await join(BOB);
    const id = await idOf(BOB);
    const update = (role: string) => ann.send('PUT', `${here}/${id}/update-role`, { role });

    expect((await update('admin')).json()).toEqual({ result: 'success' });
    expect((await update('admin')).json().code).toBe('role-already-assigned');
    expect((await update('king')).json().code).toBe('invalid-role');
    expect((await update('owner')).json().code).toBe('forbidden');
    expect((await members())[1]).toMatchObject({ role: 'admin' });
  });

  test('cannot remove or change themselves or the owner, nor anybody unknown', async () => {
    const bob = await join(BOB, 'admin');
    const owner = await idOf(ADMIN.email);

    expect((await bob.send('DELETE', `${here}/${await idOf(BOB)}`)).json().code).toBe('cannot-operate-self');
    const removed = await bob.send('DELETE', `${here}/${owner}`);
    expect([removed.statusCode, removed.json().message]).toEqual([403, 'No permission to remove member.']);
    expect((await bob.send('PUT', `${here}/${owner}/update-role`, { role: 'normal' })).json().code).toBe('forbidden');
    expect((await bob.send('DELETE', `${here}/01990000-0000-7000-8000-000000000000`)).statusCode).toBe(404);
  });
});

describe('ownership', () => {
  async function proof(browser: Browser): Promise<string> {
    const token = (await browser.send('POST', `${here}/send-owner-transfer-confirm-email`, {})).json().data;
    const { code } = await lastLetter(server, 'owner_transfer_code', ADMIN.email);
    return (await browser.send('POST', `${here}/owner-transfer-check`, { code, token })).json().token;
  }

  test('passes with a proven code; the former owner becomes an admin and both are told', async () => {
    await join(BOB);

    const response = await ann.send('POST', `${here}/${await idOf(BOB)}/owner-transfer`, { token: await proof(ann) });

    expect(response.json()).toEqual({ result: 'success' });
    expect((await members()).map(({ role }) => role)).toEqual(['admin', 'owner']);
    expect(await countLetters(server, 'owner_transferred', ADMIN.email)).toBe(1);
    expect(await countLetters(server, 'owner_transferred', BOB)).toBe(1);
  });

  test('does not pass with the token of the first step: the code cannot be skipped', async () => {
    await join(BOB);
    const token = (await ann.send('POST', `${here}/send-owner-transfer-confirm-email`, {})).json().data;

    const response = await ann.send('POST', `${here}/${await idOf(BOB)}/owner-transfer`, { token });

    expect(response.json().code).toBe('invalid_or_expired_token');
    expect((await members()).map(({ role }) => role)).toEqual(['owner', 'editor']);
  });

  test('passes to one of two at once', async () => {
    await join(BOB);
    await join('carol@example.com');
    const token = await proof(ann);
    const [bob, carol] = [await idOf(BOB), await idOf('carol@example.com')];

    const answers = await Promise.all(
      [bob, carol].map((id) => ann.send('POST', `${here}/${id}/owner-transfer`, { token })),
    );

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400]);
    expect((await members()).filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  test('is refused to whoever does not own, to oneself, and to somebody who is not there', async () => {
    const bob = await join(BOB);
    expect((await bob.send('POST', `${here}/send-owner-transfer-confirm-email`, {})).json().code).toBe('not_owner');
    const token = await proof(ann);
    const hand = (id: string) => ann.send('POST', `${here}/${id}/owner-transfer`, { token });

    expect((await hand(await idOf(ADMIN.email))).json().code).toBe('cannot_transfer_owner_to_self');
    expect((await hand('01990000-0000-7000-8000-000000000000')).statusCode).toBe(404);
  });
});

function never(): never {
  throw new Error('not there');
}
