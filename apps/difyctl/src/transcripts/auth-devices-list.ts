import { refusal, SILENCE } from '../testing/dify-server.ts';
import { answers, runners, sessionOver, signedIn } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const SESSIONS = 'GET /account/sessions';
const BROKEN = { status: 503, body: 'down' };
const LIMITS: readonly Scene[] = [
  { title: 'exits 2 for no session on a page', words: 'auth devices list --limit 0' },
  { title: 'exits 2 for too many sessions on a page', words: 'auth devices list --limit 201' },
  { title: 'exits 2 for a limit that is no number', words: 'auth devices list --limit abc' },
  { title: 'exits 2 for such a limit in DIFY_LIMIT', words: 'auth devices list', env: { DIFY_LIMIT: '0' } },
  {
    title: 'exits 2 for a limit in DIFY_LIMIT that is no number',
    words: 'auth devices list',
    env: { DIFY_LIMIT: 'abc' },
  },
  { title: 'exits 2 for attempts that are no number', words: 'auth devices list', env: { DIFYCTL_HTTP_RETRY: 'abc' } },
  { title: 'exits 2 for attempts below none', words: 'auth devices list', env: { DIFYCTL_HTTP_RETRY: '-2' } },
  { title: 'exits 1 for a page that is no number', words: 'auth devices list --page abc' },
];
const ONCE = 'auth devices list --http-retry 0';
const answered = (title: string, ...replies: Parameters<typeof answers>[1][]): Scene => ({
  title,
  words: ONCE,
  given: [signedIn(), answers(SESSIONS, ...replies)],
});
const TOO_MANY = refusal(429, 'too_many_requests', 'rate_limited');

export const AUTH_DEVICES_LIST: readonly Scene[] = [
  {
    title: 'lays out the sessions, newest first, and marks the current one',
    words: 'auth devices list',
    given: [runners, signedIn()],
  },
  { title: 'prints the server’s answer', words: 'auth devices list --json', given: [runners, signedIn()] },
  { title: 'turns pages', words: 'auth devices list --page 2 --limit 1', given: [runners, signedIn()] },
  {
    title: 'takes the first page for an earlier one, and the limit in DIFY_LIMIT',
    words: 'auth devices list --page=-1',
    given: [runners, signedIn()],
    env: { DIFY_LIMIT: '1' },
  },
  {
    title: 'shows no spinner with DIFY_NO_PROGRESS',
    words: 'auth devices list',
    given: [signedIn()],
    env: { DIFY_NO_PROGRESS: '1' },
  },
  { title: 'shows requests with -v', words: 'auth devices list -v', given: [signedIn()] },
  {
    title: 'asks again when the server is down for a moment',
    words: 'auth devices list -v --http-retry 1',
    given: [signedIn(), answers(SESSIONS, BROKEN)],
  },
  {
    title: 'points out a server that it is not tested with',
    words: 'auth devices list',
    given: [signedIn()],
    server: { version: '1.99.0' },
  },
  ...LIMITS,
  answered('exits 1 when the server hangs up', SILENCE),
  answered('exits 1 when the server breaks down', BROKEN),
  answered('exits 1 when the server may not tell', {
    status: 403,
    body: 'token dfoa_abc, Authorization: Bearer an-opaque-session-id',
  }),
  {
    title: 'shows with -v what the server said, but no token',
    words: `${ONCE} -v`,
    given: [
      signedIn(),
      answers(SESSIONS, { status: 403, body: 'token dfoa_abc, Authorization: Bearer an-opaque-session-id' }),
    ],
  },
  answered('exits 1 when the server has no such list', refusal(404, 'not_found', 'not found')),
  answered(
    'exits 1 when the server does not take the question, and shows why',
    refusal(422, 'invalid_param', 'Request validation failed', {
      details: [{ type: 'int_parsing', loc: ['query', 'page'], msg: 'not an integer' }],
    }),
  ),
  answered('exits 1 when the answer lists no sessions', { status: 200, body: {} }),
  answered('exits 1 when the answer is not JSON', { status: 200, body: '<p>' }),
  { title: 'exits 4 when nobody is signed in', words: 'auth devices list' },
  { title: 'exits 4 when nobody is signed in, for a program', words: 'auth devices list --json' },
  { title: 'exits 4 when the session is over', words: 'auth devices list', given: [signedIn(), sessionOver] },
  {
    title: 'exits 4 when the session is over, for a program',
    words: 'auth devices list --json',
    given: [signedIn(), sessionOver],
  },
  answered('exits 4 when the server gives no reason', { status: 401, body: 'no' }),
  answered(
    'exits 6 when the server wants a newer client',
    refusal(426, 'upgrade_required', 'too old', { hint: 'Upgrade difyctl' }),
  ),
  answered('exits 6 when a server that gives no reason does', { status: 426, body: 'no' }),
  answered('exits 7 when there were too many requests', TOO_MANY),
  answered('exits 7 when a proxy says so', { status: 429, body: 'no' }),
  {
    title: 'exits 7 at once when it would have to wait too long',
    words: 'auth devices list --json',
    given: [signedIn(), answers(SESSIONS, { ...TOO_MANY, headers: { 'retry-after': '3600' } })],
  },
];
