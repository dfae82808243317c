import type { Job } from './load.ts';
import type { Program } from './program.ts';

/** What a program is asked in each job; a job it does not know is missing. */
export interface Entrant {
  readonly program: Program;
  readonly session: Job | undefined;
  readonly bearer: Job;
  readonly password: Job | undefined;
  readonly code: Job;
  /** Polls of as many pending codes, each asked for anew. */
  poll(count: number): Promise<Job>;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const PERSON = { email: 'ann@example.com', name: 'Ann', password: 'correct horse 1' };
const AT_ONCE = 32;

async function send(program: Program, path: string, headers: Record<string, string>, body?: string): Promise<Response> {
  const response = await fetch(
    program.base + path,
    body === undefined ? { headers } : { method: 'POST', headers, body },
  );
  if (response.status >= 400) throw new Error(`${program.name} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Asks for device codes, many at once, and makes the polls of them. */
async function pollsOf(
  program: Program,
  code: Job,
  count: number,
  poll: (deviceCode: string) => string,
): Promise<string[]> {
  const polls: string[] = [];
  const worker = async (): Promise<void> => {
    while (polls.length < count) {
      const answer = await send(program, code.path, { ...code.headers }, String(code.body));
      polls.push(poll((await answer.json()).device_code));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return polls;
}

export async function latchkey(program: Program): Promise<Entrant> {
  const signUp = await fetch(`${program.base}/console/api/setup`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(PERSON),
  });
  if (signUp.status !== 201 && signUp.status !== 403) throw new Error(`set-up: ${signUp.status}`);
  const password: Job = {
    method: 'POST',
    path: '/console/api/login',
    headers: JSON_TYPE,
    body: JSON.stringify({ email: PERSON.email, password: btoa(PERSON.password) }),
  };
  const signedIn = await send(program, password.path, JSON_TYPE, String(password.body));
  const cookies = signedIn.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  const csrf = cookies.find((pair) => pair.startsWith('csrf_token='))?.slice('csrf_token='.length) ?? '';
  const session = { cookie: cookies.join('; '), 'x-csrf-token': csrf };
  const code: Job = {
    method: 'POST',
    path: '/openapi/v1/oauth/device/code',
    headers: JSON_TYPE,
    body: JSON.stringify({ client_id: 'difyctl', device_label: 'bench' }),
  };
  const grant = await (await send(program, code.path, JSON_TYPE, String(code.body))).json();
  await send(
    program,
    '/openapi/v1/oauth/device/approve',
    { ...JSON_TYPE, ...session },
    JSON.stringify({ user_code: grant.user_code }),
  );
  const collect = (deviceCode: string): string => JSON.stringify({ client_id: 'difyctl', device_code: deviceCode });
  const { token } = await (
    await send(program, '/openapi/v1/oauth/device/token', JSON_TYPE, collect(grant.device_code))
  ).json();
  return {
    program,
    session: { path: '/console/api/account/profile', headers: session },
    bearer: { path: '/openapi/v1/account', headers: { authorization: `Bearer ${token}` } },
    password,
    code,
    poll: async (count) => ({
      method: 'POST',
      path: '/openapi/v1/oauth/device/token',
      headers: JSON_TYPE,
      body: await pollsOf(program, code, count, collect),
      status: 400,
    }),
  };
}

export async function floor(program: Program): Promise<Entrant> {
  const keys = await (await send(program, '/keys', {})).json();
  const code: Job = {
    method: 'POST',
    path: '/code',
    headers: JSON_TYPE,
    body: JSON.stringify({ client_id: 'difyctl', device_label: 'bench' }),
  };
  return {
    program,
    session: {
      path: '/session',
      headers: { cookie: `access_token=${keys.access}; csrf_token=${keys.csrf}`, 'x-csrf-token': keys.csrf },
    },
    bearer: { path: '/bearer', headers: { authorization: `Bearer ${keys.bearer}` } },
    password: { method: 'POST', path: '/password', headers: JSON_TYPE, body: JSON.stringify(PERSON) },
    code,
    poll: async (count) => ({
      method: 'POST',
      path: '/poll',
      headers: JSON_TYPE,
      body: await pollsOf(program, code, count, (deviceCode) => JSON.stringify({ device_code: deviceCode })),
      status: 400,
    }),
  };
}

export async function betterAuth(program: Program): Promise<Entrant> {
  const headers = { ...JSON_TYPE, origin: program.base };
  const signedUp = await send(program, '/api/auth/sign-up/email', headers, JSON.stringify(PERSON));
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const token = signedUp.headers.get('set-auth-token') ?? '';
  const code: Job = {
    method: 'POST',
    path: '/api/auth/device/code',
    headers,
    body: JSON.stringify({ client_id: 'difyctl' }),
  };
  const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
  return {
    program,
    session: { path: '/api/auth/get-session', headers: { cookie } },
    bearer: { path: '/api/auth/get-session', headers: { authorization: `Bearer ${token}` } },
    password: { method: 'POST', path: '/api/auth/sign-in/email', headers, body: JSON.stringify(PERSON) },
    code,
    poll: async (count) => ({
      method: 'POST',
      path: '/api/auth/device/token',
      headers,
      body: await pollsOf(program, code, count, (deviceCode) =>
        JSON.stringify({ grant_type: grantType, device_code: deviceCode, client_id: 'difyctl' }),
      ),
      status: 400,
    }),
  };
}

export async function oidcProvider(program: Program): Promise<Entrant> {
  const api = { ...FORM_TYPE, authorization: `Basic ${btoa('api:api-secret')}` };
  const { access_token } = await (await send(program, '/token', api, 'grant_type=client_credentials')).json();
  const code: Job = {
    method: 'POST',
    path: '/device/auth',
    headers: FORM_TYPE,
    body: 'client_id=difyctl&scope=openid',
  };
  return {
    program,
    session: undefined,
    bearer: { method: 'POST', path: '/token/introspection', headers: api, body: `token=${access_token}` },
    password: undefined,
    code,
    poll: async (count) => ({
      method: 'POST',
      path: '/token',
      headers: FORM_TYPE,
      body: await pollsOf(
        program,
        code,
        count,
        (deviceCode) =>
          `grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=difyctl&device_code=${deviceCode}`,
      ),
      status: 400,
    }),
  };
}
