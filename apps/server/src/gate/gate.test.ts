import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type GateWorld, ID, startGateWorld } from '../testing/gate-world.ts';
import type { Visitor } from '../testing/visitor.ts';

let world: GateWorld;
let member: Visitor & { readonly accountId: string };
beforeAll(async () => {
  world = await startGateWorld();
  member = await world.member('Mel');
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  world.application.received.length = 0;
  world.application.answer = undefined;
});

const told = () => world.application.received.at(-1);
const reasonOf = (url: string) => new URL(url).searchParams.get('reason');

describe('a public app', () => {
  test('opens to a stranger without a question, and is told of nobody', async () => {
    const { url } = await world.publish('public', { access_mode: 'public' });

    const answer = await world.visitor().open(`${url}/hello?a=1`);

    expect(answer.status).toBe(200);
    expect(told()).toMatchObject({ method: 'GET', url: '/hello?a=1', body: '' });
    expect(Object.keys(told()?.headers ?? {}).filter((name) => name.startsWith('x-latchkey'))).toEqual([]);
  });

  test('is never told who somebody is by anybody but the gate', async () => {
    const headers = {
      'x-latchkey-user': 'root',
      X_Latchkey_User: 'root',
      'X-Latchkey-Jwt': 'forged',
      'X-LATCHKEY-GROUPS': 'admins',
      'x-forwarded-user': 'root',
      'x-forwarded-for': '10.9.8.7',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'for=10.9.8.7',
      'remote-user': 'root',
      remote_user: 'root',
      'x-auth-request-email': 'root@example.com',
      'x-real-ip': '10.9.8.7',
      connection: 'close, x-smuggled',
      'x-smuggled': 'yes',
      'x-kept': 'yes',
    };

    await world.visitor().send('GET', 'http://public.apps.example.test/', { headers });

    const received = told()?.headers ?? {};
    expect(JSON.stringify(received)).not.toMatch(/root|forged|admins|10\.9\.8\.7|evil\.example|smuggled/);
    expect(received).toMatchObject({
      'x-kept': 'yes',
      host: new URL(world.application.address).host,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'public.apps.example.test',
      'x-forwarded-proto': 'http',
    });
  });

  test('keeps its own cookies and does not see ours', async () => {
    const visitor = world.visitor();
    const cookie = 'theme=dark; latchkey_app=x; __Host-latchkey_app=y; latchkey_app_nonce=z; access_token=own';
    await visitor.send('GET', 'http://public.apps.example.test/', { headers: { cookie } });

    expect(told()?.headers.cookie).toBe('theme=dark; access_token=own');
  });

  test('sets cookies for its own host only, and none of ours', async () => {
    world.application.answer = (_request, response) => {
      response.setHeader('set-cookie', [
        'sid=1; Domain=.apps.example.test; Path=/; HttpOnly',
        'latchkey_app=stolen; Path=/',
        '__Host-latchkey_app=stolen; Path=/; Secure',
      ]);
      response.end();
    };

    const { headers } = await world.visitor().send('GET', 'http://public.apps.example.test/');

    expect(headers['set-cookie']).toEqual(['sid=1; Path=/; HttpOnly']);
  });

  test('is switched off for the next request', async () => {
    const { id, url } = await world.publish('off', { access_mode: 'public' });
    expect((await world.visitor().send('GET', url)).status).toBe(200);

    await world.ask('PATCH', `/webapps/${id}`, { enabled: false });

    const refused = await world.visitor().send('GET', url);
    expect([refused.status, refused.json().code]).toEqual([403, 'webapp_disabled']);
  });
});

describe('an app for all members', () => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await world.publish('team'));
  });

  test('sends a stranger to sign in, with the way back', async () => {
    const { url: page } = await world.visitor().open(`${url}/report?year=2026`);

    const { pathname, origin, searchParams } = new URL(page);
    expect([origin + pathname, searchParams.get('app'), searchParams.get('reason')]).toEqual([
      `${ID}/webapp-signin`,
      'team',
      'sign_in_needed',
    ]);
    const back = new URL(searchParams.get('redirect_url') ?? '', ID);
    expect([back.pathname, back.searchParams.get('return')]).toEqual(['/gate/enter', '/report?year=2026']);
    expect(world.application.received).toEqual([]);
  });

  test('brings somebody back to where they were going once they have signed in', async () => {
    const visitor = world.visitor();
    const { url: page } = await visitor.open(`${url}/report?year=2026`);
    await visitor.signIn(ID);

    const answer = await visitor.open(new URL(new URL(page).searchParams.get('redirect_url') ?? '', ID).href);

    expect([answer.status, answer.url]).toEqual([200, `${url}/report?year=2026`]);
    expect(told()?.headers['x-latchkey-email']).toBe('ann@example.com');
  });

  test('answers a script with a code instead of a page', async () => {
    const answer = await world.visitor().send('GET', `${url}/data.json`);
    expect([answer.status, answer.json().code]).toEqual([401, 'sign_in_needed']);
  });

  test('is told who a member is, in headers and in a token that only the server can sign', async () => {
    await member.open(`${url}/`);

    const headers = told()?.headers ?? {};
    expect(headers).toMatchObject({
      'x-latchkey-user': member.accountId,
      'x-latchkey-email': 'mel@example.com',
      'x-latchkey-name': 'Mel',
    });
    const [header = '', claims = '', signature = ''] = String(headers['x-latchkey-jwt']).split('.');
    const { keys } = JSON.parse((await world.visitor().send('GET', `${ID}/gate/jwks.json`)).body);
    const key = createPublicKey({ key: keys[0], format: 'jwk' });
    const isSigned = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isSigned).toBe(true);
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const { id } = (await world.server.context.platform.store.webApps.findByCode('team')) ?? {};
    expect(said).toMatchObject({ iss: ID, aud: id, sub: member.accountId, kind: 'member', email: 'mel@example.com' });
    expect(said.exp - said.iat).toBe(60);
  });

  test('tells names that no header can say percent-encoded', async () => {
    const { store } = world.server.context.platform;
    const account = await store.accounts.findByEmail('mel@example.com');
    if (account === undefined) throw new Error('no account');
    await store.accounts.setPreferences(account.id, { name: 'Mél 100%\r\nX: 李' });

    await member.open(`${url}/`);

    expect(decodeURIComponent(String(told()?.headers['x-latchkey-name']))).toBe('Mél 100%\r\nX: 李');
    await store.accounts.setPreferences(account.id, { name: 'Mel' });
  });

  test('is closed to the next request when the session ends, and does not open again without signing in', async () => {
    const visitor = await world.member('Lea');
    expect((await visitor.open(url)).status).toBe(200);

    await visitor.send('POST', `${ID}/console/api/logout`);

    expect((await visitor.send('GET', url)).json().code).toBe('sign_in_needed');
    expect(reasonOf((await visitor.open(url)).url)).toBe('sign_in_needed');
  });

  test('is closed to the next request of somebody who is banned', async () => {
    const visitor = await world.member('Bob');
    expect((await visitor.open(url)).status).toBe(200);
    const { store } = world.server.context.platform;

    await store.accounts.setStatus((await store.accounts.findByEmail('bob@example.com'))?.id ?? fail(), 'banned');

    expect((await visitor.send('GET', url)).json().code).toBe('account_not_active');
  });

  test('is closed to somebody who left their last workspace', async () => {
    const visitor = await world.member('Lou');
    expect((await visitor.open(url)).status).toBe(200);
    const { store } = world.server.context.platform;
    const account = (await store.accounts.findByEmail('lou@example.com')) ?? fail();
    const [workspace] = await store.workspaces.listOf(account.id);

    await store.workspaces.removeMember(workspace?.id ?? fail(), account.id);

    expect(reasonOf((await visitor.open(url)).url)).toBe('not_a_member');
  });
});

describe('an app for chosen people', () => {
  test('is closed to everybody while nobody is chosen, and says so where the administrator can look it up', async () => {
    const { url } = await world.publish('nobody', { access_mode: 'private' });

    const { url: page } = await member.open(url);

    expect(reasonOf(page)).toBe('not_chosen');
    const reference = new URL(page).searchParams.get('reference') ?? '';
    expect(await world.server.context.platform.store.attempts.findByReference(reference)).toMatchObject({
      method: 'webapp',
      email: 'mel@example.com',
      refusal: 'not_chosen',
      rule: 'webapp_refused',
      details: { webapp: 'nobody', reason: 'not_chosen' },
    });
  });

  test('opens to somebody in a chosen group until they are taken out of it; being chosen by name survives that', async () => {
    const group = await world.ask('POST', '/groups', { name: 'Writers' });
    await world.ask('POST', `/groups/${group.id}/members`, { account_ids: [member.accountId] });
    const access = { access_mode: 'private', group_ids: [group.id] };
    const { id, url } = await world.publish('chosen', access);
    const both = await world.publish('both', { ...access, account_ids: [member.accountId] });
    expect((await member.open(url)).status).toBe(200);
    expect((await member.open(both.url)).status).toBe(200);
    expect(told()?.headers['x-latchkey-groups']).toBe('Writers');

    const { sessions_ended } = await world.ask('DELETE', `/groups/${group.id}/members/${member.accountId}`);

    expect(sessions_ended).toBe(1);
    expect((await member.send('GET', url)).status).toBe(401);
    expect(reasonOf((await member.open(url)).url)).toBe('not_chosen');
    expect((await member.send('GET', both.url)).status).toBe(200);
    expect(await world.ask('GET', `/webapps/${id}/access/explain?email=mel@example.com`)).toMatchObject({
      allowed: false,
      reason: 'not_chosen',
      is_chosen_by_name: false,
      groups: [],
    });
  });

  test('lets nobody in by the session of another app', async () => {
    const open = await world.publish('open-one');
    const closed = await world.publish('closed-one', { access_mode: 'private' });
    await member.open(open.url);
    const token = member.cookie('open-one.apps.example.test', 'latchkey_app');

    const answer = await world.visitor().send('GET', closed.url, { headers: { cookie: `latchkey_app=${token}` } });

    expect(answer.json().code).toBe('sign_in_needed');
  });
});

describe('a page that keeps asking', () => {
  test('after its visitor was shut out is one refusal, not a thousand', async () => {
    const { id, url } = await world.publish('asking', { access_mode: 'public' });
    await world.ask('PATCH', `/webapps/${id}`, { enabled: false });
    const references = new Set<unknown>();
    for (let n = 0; n < 5; n += 1) references.add((await world.visitor().send('GET', url)).headers['x-request-id']);
    const { url: page } = await world.visitor().open(url);
    references.add(new URL(page).searchParams.get('reference'));

    const [reference] = references;
    expect(references.size).toBe(1);
    expect(await world.server.context.platform.store.attempts.findByReference(String(reference))).toMatchObject({
      refusal: 'webapp_disabled',
      details: { webapp: 'asking' },
    });
    world.server.advance(60);
    expect((await world.visitor().send('GET', url)).headers['x-request-id']).not.toBe(reference);
  });
});

describe('a stranger at the entrance of a public app', () => {
  test('is sent straight in: there is nothing to remember of them', async () => {
    const { url } = await world.publish('straight', { access_mode: 'public' });
    const way = `${ID}/gate/enter?app=straight&nonce=${'A'.repeat(43)}&return=%2Fpage`;

    const answer = await world.visitor().send('GET', way);

    expect([answer.status, answer.headers.location]).toEqual([302, `${url}/page`]);
  });
});

describe('external users', () => {
  test('cannot be chosen while there is no connection for them', async () => {
    const { id } = await world.publish('outside');
    const body = { access_mode: 'sso_verified', group_ids: [], account_ids: [] };

    const answer = await world.ann.send('PUT', `${ID}/console/api/webapps/${id}/access`, { body });

    expect([answer.status, answer.json().code]).toEqual([409, 'no_sso_connection']);
  });
});

describe('the conditions of an app', () => {
  test('a passphrase is asked once, counted when wrong, and asked again when it is changed', async () => {
    const { id, url } = await world.publish('passphrase', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'open sesame' });
    const visitor = world.visitor();
    const { url: page } = await visitor.open(`${url}/cave`);
    expect(reasonOf(page)).toBe('passphrase_needed');

    expect((await enter(visitor, page, 'wrong one')).json().code).toBe('wrong_passphrase');
    const { url: way } = (await enter(visitor, page, 'open sesame')).json();
    const answer = await visitor.open(String(way));

    expect([answer.status, answer.url]).toEqual([200, `${url}/cave`]);
    const { sessions_ended } = await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'another one' });
    expect(sessions_ended).toBe(1);
    expect(reasonOf((await visitor.open(url)).url)).toBe('passphrase_needed');
  });

  test('a passphrase that many know is theirs to use: only wrong tries count', async () => {
    const { id, url } = await world.publish('shared', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'open sesame' });
    const { url: page } = await world.visitor().open(url);

    const statuses = new Set<number>();
    for (let n = 0; n < 22; n += 1) statuses.add((await enter(world.visitor(), page, 'open sesame')).status);

    expect([...statuses]).toEqual([200]);
  });

  test('a passphrase cannot be tried without end from one network', async () => {
    const { id, url } = await world.publish('guessed', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'open sesame' });
    const visitor = world.visitor();
    const { url: page } = await visitor.open(url);

    const codes = [];
    for (let n = 0; n < 21; n += 1) codes.push((await enter(visitor, page, `guess ${n}`)).json().code);

    expect(codes.at(19)).toBe('wrong_passphrase');
    expect(codes.at(20)).toBe('too_many_requests');
    expect((await enter(visitor, page, 'open sesame')).json().code).toBe('too_many_requests');
  });

  test('of a hundred tries at a passphrase that are made at once, no more are compared than one after another', async () => {
    const { id, url } = await world.publish('raced', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'open sesame' });
    const visitor = world.visitor();
    const { url: page } = await visitor.open(url);

    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => enter(visitor, page, `guess ${n}`)));

    expect(answers.filter((answer) => answer.json().code === 'wrong_passphrase')).toHaveLength(20);
  });

  test('an address outside of the allowed ones is refused, whoever comes from it', async () => {
    const { id, url } = await world.publish('office', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { address_ranges: ['203.0.113.0/24'] });
    expect((await world.visitor().send('GET', url)).json().code).toBe('address_not_allowed');

    await world.ask('PUT', `/webapps/${id}/conditions`, { address_ranges: ['203.0.113.0/24', '127.0.0.1'] });

    expect((await world.visitor().send('GET', url)).status).toBe(200);
  });

  test('a link opens an app until it expires or is revoked, and fulfils no other condition', async () => {
    const { id, url } = await world.publish('linked', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { share_link: true });
    const [visitor, other] = [world.visitor(), world.visitor()];
    expect(reasonOf((await visitor.open(url)).url)).toBe('share_link_needed');
    const link = await world.ask('POST', `/webapps/${id}/share-links`, { label: 'For Eve', hours: 1 });

    expect((await visitor.open(String(link.url))).status).toBe(200);
    expect((await visitor.open(`${url}/deep`)).status).toBe(200);
    expect(await world.ask('DELETE', `/webapps/${id}/share-links/${link.id}`)).toMatchObject({ sessions_ended: 1 });
    expect((await visitor.send('GET', url)).json().code).toBe('share_link_needed');
    expect((await other.send('GET', String(link.url))).json().code).toBe('share_link_needed');
  });

  test('a link is written down by whom it let in and whom it did not, and never itself', async () => {
    const { id, url } = await world.publish('linked-log', { access_mode: 'public' });
    await world.ask('PUT', `/webapps/${id}/conditions`, { share_link: true });
    const link = await world.ask('POST', `/webapps/${id}/share-links`, { hours: 1 });

    const opened = await world.visitor().send('GET', String(link.url));
    const wrong = await world.visitor().send('GET', `${url}/.latchkey/link/${'A'.repeat(43)}`);

    const { attempts } = world.server.context.platform.store;
    const find = (answer: typeof opened) => attempts.findByReference(String(answer.headers['x-request-id']));
    const [entered, refused] = [await find(opened), await find(wrong)];
    expect(entered).toMatchObject({
      method: 'webapp',
      refusal: null,
      details: { webapp: 'linked-log', way: 'share_link' },
    });
    expect(refused).toMatchObject({ refusal: 'share_link_needed', rule: 'webapp_refused' });
    expect(JSON.stringify([entered, refused])).not.toContain(String(link.url).split('/').at(-1));
  });

  test('a link that a whole office opens keeps working: only wrong ones count', async () => {
    await using office = await startGateWorld();
    const { id, url } = await office.publish('linked', { access_mode: 'public' });
    await office.ask('PUT', `/webapps/${id}/conditions`, { share_link: true });
    const link = await office.ask('POST', `/webapps/${id}/share-links`, { hours: 1 });
    for (let n = 0; n < 31; n += 1) {
      expect((await office.visitor().send('GET', String(link.url))).status).toBe(302);
    }
    const codes = new Set<unknown>();
    for (let n = 0; n < 31; n += 1) {
      const wrong = `${url}/.latchkey/link/${String(n).padStart(43, 'A')}`;
      codes.add((await office.visitor().send('GET', wrong)).json().code);
    }
    expect([...codes]).toEqual(['share_link_needed', 'too_many_requests']);
  });

  test('who came by a link and signs in afterwards has both', async () => {
    const { id, url } = await world.publish('linked-team');
    await world.ask('PUT', `/webapps/${id}/conditions`, { share_link: true });
    const link = await world.ask('POST', `/webapps/${id}/share-links`, { hours: 1 });
    const visitor = await world.member('Liz');
    expect(reasonOf((await visitor.open(url)).url)).toBe('share_link_needed');

    expect((await visitor.open(String(link.url))).status).toBe(200);
    expect(told()?.headers['x-latchkey-email']).toBe('liz@example.com');
    world.server.advance(3600);
    await world.ann.signIn(ID);
    expect((await visitor.send('GET', url)).json().code).toBe('share_link_needed');
  });

  function enter(visitor: Visitor, page: string, passphrase: string) {
    const way = new URL(new URL(page).searchParams.get('redirect_url') ?? '', ID).searchParams;
    const body = { app: way.get('app'), nonce: way.get('nonce'), return: way.get('return'), passphrase };
    return visitor.send('POST', `${ID}/gate/enter`, { body });
  }
});

describe('what an app does', () => {
  test('receives bodies and methods as they were sent', async () => {
    const body = 'x'.repeat(300_000);
    const headers = { 'content-type': 'text/weird', origin: 'http://public.apps.example.test' };

    const answer = await world.visitor().send('PATCH', 'http://public.apps.example.test/up', { body, headers });

    expect(answer.status).toBe(200);
    expect(told()).toMatchObject({ method: 'PATCH', url: '/up', body });
    expect(told()?.headers['content-type']).toBe('text/weird');
  });

  test('answers with its own status, headers and redirects, which stay on its host', async () => {
    world.application.answer = (request, response) => {
      const location = request.url === '/absolute' ? `${world.application.address}/next?x=1` : '/next?x=1';
      response.writeHead(307, { location, 'x-own': 'yes' }).end('moved');
    };
    const open = (path: string) => world.visitor().send('GET', `http://public.apps.example.test${path}`);

    expect(await open('/relative')).toMatchObject({ status: 307, headers: { location: '/next?x=1', 'x-own': 'yes' } });
    expect((await open('/absolute')).headers.location).toBe('http://public.apps.example.test/next?x=1');
  });

  test('says in no frame but those its owners allow', async () => {
    const { id, url } = await world.publish('framed', { access_mode: 'public' });
    world.application.answer = (_request, response) => {
      response.setHeader('x-frame-options', 'DENY');
      response.setHeader('content-security-policy', "default-src 'self'; frame-ancestors 'none'");
      response.end();
    };
    const policy = async () => {
      const { headers } = await world.visitor().send('GET', url);
      return [headers['content-security-policy'], headers['x-frame-options']];
    };

    expect(await policy()).toEqual(["default-src 'self', frame-ancestors 'self'", undefined]);
    await world.ask('PATCH', `/webapps/${id}`, { frame_origins: ['https://portal.example.com'] });
    expect(await policy()).toEqual([
      "default-src 'self', frame-ancestors 'self' https://portal.example.com",
      undefined,
    ]);
  });

  test('is offered in a tab of its own to somebody who has to sign in and sees it in a frame', async () => {
    const { id, url } = await world.publish('framed-team');
    await world.ask('PATCH', `/webapps/${id}`, { name: '<Team>', frame_origins: ['https://portal.example.com'] });
    const framed = (language: string) =>
      world.visitor().send('GET', `${url}/board?week=2`, {
        headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', 'accept-language': language },
      });

    const { status, headers, body } = await framed('fr, en;q=0.8');

    expect([status, headers['x-frame-options']]).toEqual([401, undefined]);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self' https://portal.example.com");
    expect(body).toContain(`href="${url}/board?week=2" target="_blank"`);
    expect(body).toContain('Open &#60;Team&#62; in a new tab');
    expect((await framed('zh-CN,zh;q=0.9')).body).toContain('在新标签页中打开');
    expect((await framed('ja')).body).toContain('新しいタブで開く');
    await world.ask('PATCH', `/webapps/${id}`, { frame_origins: [] });
    expect((await framed('en')).status).toBe(302);
  });

  test('closes a connection just as it is used again, and nobody notices; a change is not sent twice', async () => {
    const { url } = await world.publish('kept', { access_mode: 'public' });
    const used = new WeakSet<object>();
    const methods: unknown[] = [];
    world.application.answer = (request, response) => {
      methods.push(request.method);
      if (used.has(request.socket)) return void request.socket.destroy();
      used.add(request.socket);
      response.end('ok');
    };

    for (let n = 0; n < 3; n += 1) expect((await world.visitor().send('GET', url)).status).toBe(200);
    methods.length = 0;
    expect((await world.visitor().send('POST', url, { body: 'once' })).status).toBe(502);
    expect(methods).toEqual(['POST']);
  });

  test('that does not answer is told as such', async () => {
    const { url } = await world.publish('gone', { access_mode: 'public' }, { upstream: 'http://127.0.0.1:1' });
    const answer = await world.visitor().send('GET', url);
    expect([answer.status, answer.json().code]).toEqual([502, 'upstream_unreachable']);
    expect(reasonOf((await world.visitor().open(url)).url)).toBe('upstream_unreachable');
  });
});

describe('a person whose way leads nowhere is told on a page', () => {
  test.each([
    ['callback?code=used', 'entry_expired'],
    [`link/${'A'.repeat(43)}`, 'share_link_needed'],
    ['elsewhere', 'not_found'],
  ])('at /.latchkey/%s', async (path, reason) => {
    const { url } = await world.publish(`told-${reason.replaceAll('_', '-')}`, { access_mode: 'public' });
    const told = new URL((await world.visitor().open(`${url}/.latchkey/${path}`)).url);
    expect([told.pathname, told.searchParams.get('reason')]).toEqual(['/webapp-signin', reason]);
    expect((await world.visitor().send('GET', `${url}/.latchkey/${path}`)).json().code).toBe(reason);
  });

  test('at the host of an app that is not there', async () => {
    const told = new URL((await world.visitor().open('http://nowhere.apps.example.test/')).url);
    expect([told.pathname, told.searchParams.get('reason')]).toEqual(['/webapp-signin', 'webapp_not_found']);
  });
});

function fail(): never {
  throw new Error('not found');
}
