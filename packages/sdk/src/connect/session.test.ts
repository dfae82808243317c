import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeOf } from '../testing/code-of.ts';
import { DIFY_PERSON, type Dify, GENERATIONS, MemorySessions, startDify } from '../testing/start-dify.ts';
import { connect } from './connect.ts';
import { listMembers } from './members.ts';
import { restoreSession } from './restore-session.ts';
import { openSession, sealSession } from './seal-session.ts';
import type { DifySession } from './session.ts';
import { currentWorkspace, switchWorkspace } from './workspaces.ts';

const { email, password, name } = DIFY_PERSON;
const env = {};

const signIn = async (dify: Dify, more = {}): Promise<DifySession> =>
  (await connect({ server: dify.url, email, password, env, ...more })).session;

const renewals = ({ asked }: Dify) => asked.filter((line) => line === 'POST /refresh-token').length;

describe('a session', () => {
  test.each(GENERATIONS)('of %s renews itself once after its access token has expired', async (generation) => {
    await using dify = await startDify(generation);
    const session = await signIn(dify);
    dify.expireAccess();

    expect((await session.profile()).name).toBe(name);

    expect(dify.asked.slice(3)).toEqual(['GET /account/profile', 'POST /refresh-token', 'GET /account/profile']);
  });

  test('renews itself before its token expires, and for all calls at once only once', async () => {
    await using dify = await startDify('1.14.2');
    let now = new Date();
    const session = await signIn(dify, { now: () => now });
    now = new Date(now.getTime() + 3550_000);

    await Promise.all([session.profile(), session.profile(), listMembers(session)]);

    expect(renewals(dify)).toBe(1);
  });

  test('is not renewed again and again by a program whose clock is ahead', async () => {
    await using dify = await startDify('1.14.2');
    const session = await signIn(dify, { now: () => new Date(Date.now() + 7200_000) });

    for (let call = 0; call < 5; call += 1) await session.profile();

    expect(renewals(dify)).toBe(1);
  });

  test('renews once for many calls that were refused at once', async () => {
    await using dify = await startDify('1.14.2');
    const session = await signIn(dify);
    dify.expireAccess();

    await Promise.all(Array.from({ length: 20 }, () => session.profile()));

    expect(renewals(dify)).toBe(1);
  });

  test('says that it has ended when it cannot be renewed', async () => {
    await using dify = await startDify('1.14.2');
    const session = await signIn(dify);
    dify.expireAccess();
    dify.answer('POST /refresh-token', { status: 401, body: { result: 'fail', message: 'Invalid refresh token' } });

    await expect(listMembers(session)).rejects.toMatchObject({
      code: 'session_ended',
      message: 'The session has ended: Token has expired.',
    });
  });

  test('asks once to be renewed, before it expires or after, and then says that it has ended', async () => {
    await using dify = await startDify('1.14.2');
    let now = new Date();
    const session = await signIn(dify, { now: () => now });
    now = new Date(now.getTime() + 3_550_000);
    dify.expireAccess();
    dify.answer('POST /refresh-token', { status: 401, body: { result: 'fail', message: 'Invalid refresh token' } });

    expect(await codeOf(listMembers(session))).toBe('session_ended');

    expect(renewals(dify)).toBe(1);
  });

  test('is not over because a server cannot renew it for a while', async () => {
    await using dify = await startDify('1.14.2');
    const session = await signIn(dify);
    const saved = session.save();
    dify.expireAccess();
    dify.answer('POST /refresh-token', { status: 503, body: { message: 'Restarting' } });

    await expect(listMembers(session)).rejects.toMatchObject({
      code: 'renewal_failed',
      message: 'The session could not be renewed: Restarting',
    });

    expect(session.save()).toEqual(saved);
    expect(await codeOf(connect({ server: dify.url, email, password, saved, env }))).toBe('renewal_failed');
  });

  test('goes on by the wire of a server that was brought up to date', async () => {
    await using dify = await startDify('1.10.1');
    const session = restoreSession({ ...(await signIn(dify)).save(), version: '1.10.0' });

    await session.profile();

    expect(session.version).toMatchObject({ text: '1.10.1', postsCurrentWorkspace: true });
    expect((await currentWorkspace(session)).name).toBe("Dify's Workspace");
  });

  test('says that an answer is not what it asked for', async () => {
    await using dify = await startDify('1.14.2');
    const session = await signIn(dify);
    dify.answer('GET /workspaces/current/members', { body: { page: 'of a proxy' } });
    dify.answer('POST /workspaces/switch', { body: [] });

    expect(await codeOf(listMembers(session))).toBe('unreadable_answer');
    expect(await codeOf(switchWorkspace(session, 'workspace-2'))).toBe('unreadable_answer');
  });

  test('takes over what a server renews by itself, and keeps it', async () => {
    await using dify = await startDify('1.14.2');
    const sessions = new MemorySessions();
    const session = await signIn(dify, { sessions });
    const before = session.save();
    dify.rotate();

    await session.profile();

    expect(session.save()).not.toEqual(before);
    expect(sessions.kept).toEqual([session.save()]);
  });

  test('that several programs share is renewed by one of them', async () => {
    await using dify = await startDify('1.14.2');
    const sessions = new MemorySessions();
    const saved = (await signIn(dify, { sessions })).save();
    const programs = Array.from({ length: 5 }, () => restoreSession(saved, { sessions }));
    dify.expireAccess();

    const profiles = await Promise.all(programs.map((session) => session.profile()));

    expect(profiles.map((profile) => profile.name)).toEqual([name, name, name, name, name]);
    expect(renewals(dify)).toBe(1);
  });

  test('is ended on the server also when its access token has expired', async () => {
    await using dify = await startDify('1.14.2');
    const session = await signIn(dify);
    dify.expireAccess();

    expect(await session.disconnect()).toBe(true);

    expect(dify.asked.slice(3)).toEqual(['POST /logout', 'POST /refresh-token', 'POST /logout']);
  });

  test('is over here also when the server is gone, and does not come back', async () => {
    const dify = await startDify('1.14.2');
    const session = await signIn(dify);
    await dify[Symbol.asyncDispose]();

    expect(await session.disconnect()).toBe(false);

    expect(await codeOf(session.profile())).toBe('session_ended');
    expect(await codeOf(session.renew())).toBe('session_ended');
  });

  test('calls any endpoint, with its query and its body', async () => {
    await using dify = await startDify('1.14.2');
    dify.answer('POST /apps', { status: 201, body: { id: 'app' } });
    dify.answer('GET /tags', { body: 'text', headers: { 'content-type': 'text/plain' } });
    const session = await signIn(dify);

    expect(await session.call('POST', '/console/api/apps', { query: { page: 2 }, body: { name: 'Ä' } })).toEqual({
      id: 'app',
    });
    expect(dify.requests.at(-1)).toMatchObject({ body: '{"name":"Ä"}' });
    expect(await codeOf(session.call('GET', '/console/api/nothing'))).toBe('call_failed');
  });

  test.each([false, true])('uploads files, https %s', async (https) => {
    await using dify = await startDify('1.14.2', { https });
    dify.answer('POST /files/upload', { status: 201, body: { id: 'file' } });
    const session = await signIn(dify, { disableSslVerification: https });
    const form = new FormData();
    form.set('file', new Blob(['what is in it: ä']), 'notes.txt');

    expect(await session.call('POST', '/console/api/files/upload', { body: form })).toEqual({ id: 'file' });

    const { headers, body } = dify.requests.at(-1) ?? {};
    expect(headers?.['content-type']).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(body).toMatch(/name="file"; filename="notes\.txt"[\s\S]*what is in it: ä/);
  });

  test('sends nothing to another host, whatever path it is given', async () => {
    const asked: string[] = [];
    await using dify = await startDify('1.14.2');
    const { credentials, ...saved } = (await signIn(dify)).save();
    const session = restoreSession(
      { ...saved, credentials },
      {
        transport: async ({ url }) => {
          asked.push(new URL(url).origin);
          return { status: 200, header: () => undefined, cookies: [], text: '{}' };
        },
      },
    );

    for (const path of ['.evil.example.com/', '@evil.example.com/', '//evil.example.com/', 'console/api/apps']) {
      await session.request('GET', path);
    }

    expect(new Set(asked)).toEqual(new Set([dify.url]));
  });

  test.each(GENERATIONS)(
    'of %s shows no secret when it is printed, inspected or turned into JSON',
    async (generation) => {
      await using dify = await startDify(generation);
      const connected = await connect({ server: dify.url, email, password, env });
      const { credentials } = connected.session.save();
      const secrets =
        credentials.kind === 'cookies'
          ? [credentials.cookies.access, credentials.cookies.csrf, credentials.cookies.refresh]
          : [credentials.kind === 'bearer' && credentials.token];

      for (const shown of [inspect(connected, { depth: 9 }), JSON.stringify(connected), `${connected.session}`]) {
        for (const secret of secrets) expect(shown).not.toContain(secret);
      }
    },
  );
});

test.each([
  ['a token that no header takes', '1.9.1', { result: 'success', data: { access_token: 'a-secret\nof-it' } }],
  ['a token where none is expected', '1.14.2', { result: 'pending', token: `a-secret${'x'.repeat(40)}` }],
] as const)('a refusal shows nothing of %s', async (_, generation, body) => {
  await using dify = await startDify(generation);
  dify.answer('POST /login', { body });

  const error = await connect({ server: dify.url, email, password, env }).catch((refusal: unknown) => refusal);

  expect(error).toMatchObject({ code: 'unexpected_answer' });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/a-secret|difyai123456/);
});

test('whatever happens in whichever order, a session works until it is ended, and asks for nothing afterwards', async () => {
  await using dify = await startDify('1.14.2');
  const step = fc.constantFrom('call', 'expire', 'renew', 'restore', 'disconnect');

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const sessions = new MemorySessions();
      let session = await signIn(dify, { sessions });
      let isEnded = false;
      for (const each of steps) {
        const asked = dify.asked.length;
        if (each === 'expire') dify.expireAccess();
        else if (each === 'restore' && !isEnded) session = restoreSession(session.save(), { sessions });
        else if (each === 'disconnect') isEnded = (await session.disconnect()) || isEnded;
        else {
          const calls = each === 'renew' ? [session.renew()] : [session.profile(), session.profile()];
          const codes = await Promise.all(calls.map((call) => codeOf(call)));
          expect(new Set(codes)).toEqual(new Set([isEnded ? 'session_ended' : 'none']));
          if (isEnded) expect(dify.asked).toHaveLength(asked);
        }
        expect(sessions.kept).toEqual(isEnded ? [] : [session.save()]);
      }
    }),
    { numRuns: 40 },
  );
});

describe('a sealed session', () => {
  const key = () => crypto.getRandomValues(new Uint8Array(32));

  test('is opened by its key, and works', async () => {
    await using dify = await startDify('1.14.2');
    const [saved, own] = [(await signIn(dify)).save(), key()];
    const sealed = await sealSession(saved, own);

    expect(sealed).not.toContain(email);
    expect((await restoreSession(await openSession(sealed, own)).profile()).email).toBe(email);
  });

  test('is opened by no other key, and not after a change', async () => {
    await using dify = await startDify('1.14.2');
    const own = key();
    const sealed = await sealSession((await signIn(dify)).save(), own);

    expect(await codeOf(openSession(sealed, key()))).toBe('seal_broken');
    expect(await codeOf(openSession(`${sealed.slice(0, -6)}AAAAAA`, own))).toBe('seal_broken');
    expect(await codeOf(openSession('', own))).toBe('seal_broken');
  });
});
