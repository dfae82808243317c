import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** The generations of Dify's wire that clients meet. */
export const GENERATIONS = ['1.9.1', '1.9.2', '1.10.1', '1.11.2', '1.14.2'] as const;

export type Generation = (typeof GENERATIONS)[number];

export interface Dify extends AsyncDisposable {
  readonly url: string;
  /** `METHOD path` of every request, in order. */
  readonly asked: readonly string[];
  readonly requests: readonly {
    readonly line: string;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
  }[];
  /** Moves the server's clock, on which tokens expire. */
  advance(seconds: number): void;
  /** Ends every access token at once. */
  expireAccess(): void;
  readonly mailed: readonly string[];
}

interface Options {
  /** Self-signed, with `__Host-` cookies. */
  readonly https?: boolean;
  /** Not set up yet; with the init password its operator chose, if any. */
  readonly fresh?: boolean | { readonly initPassword: string };
}

export const DIFY_PERSON = { email: 'dify@example.com', password: 'difyai123456', name: 'Dify' };

interface Person {
  readonly id: string;
  email: string;
  password: string;
  name: string;
  role: string;
  status: string;
}

/** A Dify of one generation, as its wire is: what it answers, sets and refuses, and not what it does inside. */
export async function startDify(generation: Generation, { https = false, fresh = false }: Options = {}): Promise<Dify> {
  const numbers = generation.split('.').map(Number);
  const isAtLeast = (minor: number, patch: number) =>
    (numbers[1] ?? 0) > minor || ((numbers[1] ?? 0) === minor && (numbers[2] ?? 0) >= patch);
  const hasCookies = isAtLeast(9, 2);
  const encodes = isAtLeast(11, 2);
  const family = https ? '__Host-' : '';

  let now = Date.now();
  let isSetUp = fresh === false;
  const initPassword = typeof fresh === 'object' ? fresh.initPassword : undefined;
  const initialised = new Set<string>();
  const requests: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const mailed: string[] = [];
  const codes = new Map<string, { email: string; code: string }>();
  const refreshes = new Map<string, string>();
  const revoked = new Set<string>();
  const people: Person[] = isSetUp ? [{ id: 'account-1', ...DIFY_PERSON, role: 'owner', status: 'active' }] : [];
  const workspaces = [
    { id: 'workspace-1', name: "Dify's Workspace" },
    { id: 'workspace-2', name: 'Second' },
  ];
  let currentWorkspace = 'workspace-1';

  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const jwt = (claims: object) =>
    `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${randomBytes(8).toString('base64url')}`;
  const exp = () => Math.floor(now / 1000) + 3600;
  const claims = (token: string): { user_id?: string; sub?: string; exp: number } | undefined => {
    try {
      return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    } catch {
      return undefined;
    }
  };

  function openSession(person: Person) {
    const access = jwt({ user_id: person.id, exp: exp(), iss: 'SELF_HOSTED', sub: 'Console API Passport' });
    const csrf = jwt({ exp: exp(), sub: person.id });
    const refresh = randomBytes(64).toString('hex');
    refreshes.set(refresh, person.id);
    return { access, csrf, refresh };
  }

  function setCookies(response: ServerResponse, { access, csrf, refresh }: ReturnType<typeof openSession>): void {
    const cookie = (name: string, value: string, age: number, httpOnly: boolean) =>
      `${family}${name}=${value}; Path=/; Max-Age=${age}; SameSite=Lax${httpOnly ? '; HttpOnly' : ''}${https ? '; Secure' : ''}`;
    response.setHeader('set-cookie', [
      cookie('access_token', access, 3600, true),
      cookie('refresh_token', refresh, 2_592_000, true),
      cookie('csrf_token', csrf, 3600, false),
    ]);
  }

  function cookiesOf(request: IncomingMessage): Map<string, string> {
    const pairs = (request.headers.cookie ?? '').split('; ').filter((pair) => pair.includes('='));
    return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  }

  /** The person behind a request, or the words of the refusal. */
  function admit(request: IncomingMessage): Person | string {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const cookies = cookiesOf(request);
    const access = hasCookies ? (cookies.get(`${family}access_token`) ?? bearer) : bearer;
    if (access === undefined) return 'Invalid Authorization token.';
    const said = claims(access);
    if (said === undefined || revoked.has(access)) return 'Invalid token.';
    if (said.exp * 1000 <= now) return 'Token has expired.';
    if (hasCookies) {
      const csrf = cookies.get(`${family}csrf_token`);
      const isProven =
        csrf !== undefined && csrf === request.headers['x-csrf-token'] && claims(csrf)?.sub === said.user_id;
      if (!isProven) return 'CSRF token is missing or invalid.';
    }
    return people.find(({ id }) => id === said.user_id) ?? 'Invalid token.';
  }

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.statusCode = status;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, status: number, code: string, message: string) =>
    json(response, status, { code, message, status });
  const decode = (text: string) => (encodes ? Buffer.from(text, 'base64').toString() : text);
  const member = ({ id, name, email, role, status }: Person) => ({
    ...{ id, name, email, role, status, created_at: 1_700_000_000, last_login_at: null, last_active_at: null },
  });
  const tenant = ({ id, name }: { id: string; name: string }) => ({
    ...{ id, name, plan: 'sandbox', status: 'normal', created_at: 1_700_000_000, role: 'owner' },
  });

  type Route = (
    request: IncomingMessage,
    response: ServerResponse,
    body: Record<string, string>,
    person: Person,
  ) => void;

  function signIn(response: ServerResponse, person: Person): void {
    const session = openSession(person);
    if (hasCookies) {
      setCookies(response, session);
      json(response, 200, { result: 'success' });
    } else
      json(response, 200, {
        result: 'success',
        data: { access_token: session.access, refresh_token: session.refresh },
      });
  }

  const open: Record<string, Route> = {
    'GET /system-features': (_, response) =>
      json(response, 200, { enable_marketplace: true, is_allow_register: false }),
    'GET /setup': (_, response) => json(response, 200, { step: isSetUp ? 'finished' : 'not_started', setup_at: null }),
    'GET /init': (request, response) => {
      const isDone = isSetUp || initPassword === undefined || initialised.has(cookiesOf(request).get('session') ?? '');
      json(response, 200, { status: isDone ? 'finished' : 'not_started' });
    },
    'POST /init': (_, response, { password }) => {
      if (password !== initPassword) return refuse(response, 401, 'init_validate_failed', 'Init validation failed.');
      const session = randomBytes(8).toString('hex');
      initialised.add(session);
      response.setHeader('set-cookie', `session=${session}; HttpOnly; Path=/`);
      json(response, 201, { result: 'success' });
    },
    'POST /setup': (request, response, { email = '', name = '', password = '' }) => {
      const mayGoOn = initPassword === undefined || initialised.has(cookiesOf(request).get('session') ?? '');
      if (isSetUp || !mayGoOn) return refuse(response, isSetUp ? 403 : 401, 'already_setup', 'Not now.');
      isSetUp = true;
      people.push({ id: 'account-1', email, name, password, role: 'owner', status: 'active' });
      json(response, 201, { result: 'success' });
    },
    'POST /login': (_, response, { email, password = '' }) => {
      const person = people.find((known) => known.email === email && known.password === decode(password));
      if (person === undefined) return refuse(response, 401, 'authentication_failed', 'Invalid email or password.');
      signIn(response, person);
    },
    'POST /email-code-login': (_, response, { email = '' }) => {
      const token = randomBytes(16).toString('hex');
      const code = '314159';
      codes.set(token, { email, code });
      mailed.push(code);
      json(response, 200, { result: 'success', data: token });
    },
    'POST /email-code-login/validity': (_, response, { email, code = '', token = '' }) => {
      const sent = codes.get(token);
      const person = people.find((known) => known.email === email);
      if (sent === undefined)
        return refuse(response, 400, 'invalid_or_expired_token', 'The token is invalid or has expired.');
      if (sent.code !== decode(code) || person === undefined) {
        return refuse(response, 400, 'email_code_error', 'Email code is invalid or expired.');
      }
      codes.delete(token);
      signIn(response, person);
    },
    'POST /refresh-token': (request, response) => {
      const token = cookiesOf(request).get(`${family}refresh_token`) ?? '';
      const person = people.find(({ id }) => id === refreshes.get(token));
      if (person === undefined) return json(response, 401, { result: 'fail', message: 'Invalid refresh token' });
      refreshes.delete(token);
      setCookies(response, openSession(person));
      json(response, 200, { result: 'success' });
    },
  };

  const signedIn: Record<string, Route> = {
    'GET /account/profile': (_, response, __, { id, name, email }) =>
      json(response, 200, { id, name, email, interface_language: 'en-US', timezone: 'UTC', created_at: 1_700_000_000 }),
    [`${hasCookies ? 'POST' : 'GET'} /logout`]: (request, response) => {
      const cookies = cookiesOf(request);
      revoked.add(cookies.get(`${family}access_token`) ?? request.headers.authorization?.slice(7) ?? '');
      refreshes.delete(cookies.get(`${family}refresh_token`) ?? '');
      json(response, 200, { result: 'success' });
    },
    'GET /workspaces': (_, response) =>
      json(response, 200, {
        workspaces: workspaces.map((one) => ({ ...tenant(one), current: one.id === currentWorkspace })),
      }),
    [`${isAtLeast(10, 1) ? 'POST' : 'GET'} /workspaces/current`]: (_, response) =>
      json(response, 200, tenant(workspaces.find(({ id }) => id === currentWorkspace) ?? { id: '', name: '' })),
    'POST /workspaces/switch': (_, response, { tenant_id = '' }) => {
      const target = workspaces.find(({ id }) => id === tenant_id);
      if (target === undefined) return refuse(response, 403, 'account_not_link_tenant', 'Account not link tenant');
      currentWorkspace = target.id;
      json(response, 200, { result: 'success', new_tenant: tenant(target) });
    },
    'GET /workspaces/current/members': (_, response) => json(response, 200, { accounts: people.map(member) }),
    'POST /workspaces/current/members/invite-email': (_, response, body) => {
      const { emails, role } = body as unknown as { emails: string[]; role: string };
      const invitation_results = emails.map((email) => {
        people.push({
          id: `account-${people.length + 1}`,
          email,
          name: email.split('@')[0] ?? '',
          password: '',
          role,
          status: 'pending',
        });
        return {
          status: 'success',
          email,
          url: `http://dify.example.com/activate?email=${encodeURIComponent(email)}&token=t`,
        };
      });
      json(response, 201, { result: 'success', invitation_results });
    },
  };

  function route(request: IncomingMessage, response: ServerResponse, text: string): unknown {
    const path = (request.url ?? '').split('?')[0]?.replace('/console/api', '') ?? '';
    const line = `${request.method} ${path}`;
    requests.push({ line, headers: request.headers, body: text });
    response.setHeader('x-version', generation);
    const body = text === '' ? {} : JSON.parse(text);
    const anyone = open[line];
    if (anyone !== undefined) return anyone(request, response, body, people[0] as Person);
    const person = admit(request);
    if (typeof person === 'string') return refuse(response, 401, 'unauthorized', person);
    const known = signedIn[line];
    if (known !== undefined) return known(request, response, body, person);
    const [, id, isRole] = /^\/workspaces\/current\/members\/([\w-]+)(\/update-role)?$/.exec(path) ?? [];
    const target = people.find((one) => one.id === id);
    if (target === undefined) return refuse(response, 404, 'not_found', 'Not found.');
    if (isRole === undefined) people.splice(people.indexOf(target), 1);
    else target.role = body.role;
    return json(response, 200, { result: 'success' });
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    request.on('end', () => route(request, response, text));
  };
  const server = https ? createHttps(await selfSigned(), listener) : createHttp(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${https ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    get asked() {
      return requests.map(({ line }) => line);
    },
    mailed,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    expireAccess: () => {
      now += 3600 * 1000;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function selfSigned(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
  return { key: made.private, cert: made.cert };
}
