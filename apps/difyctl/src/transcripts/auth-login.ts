import { ANN, approvalBy, PENDING, refusal, SILENCE } from '../testing/dify-server.ts';
import {
  answers,
  browser,
  codes,
  decided,
  file,
  folder,
  type Given,
  script,
  signedIn,
  verificationUri,
} from './player/given.ts';
import type { Scene } from './player/scene.ts';

const LOGIN = 'auth login --host http://127.0.0.1:19070 --insecure';
const CODE = 'POST /oauth/device/code';
const POLL = 'POST /oauth/device/token';
const PROMPT =
  'Enter Dify host URL (e.g. https://cloud.dify.ai or http://localhost) [default: https://cloud.dify.ai]: ';
const DOWN = { status: 503, body: 'down' };

const sso = (subject_issuer: string): Given =>
  decided({ subject_type: 'external_sso', subject_email: 'sso@corp.com', subject_issuer, account: null });

const SIGNED_IN: readonly Scene[] = [
  { title: 'shows a code, waits for the approval and says who signed in', words: `${LOGIN} --no-browser` },
  { title: 'opens no browser on a machine without a desktop', words: LOGIN },
  { title: 'opens no browser in an SSH session', words: LOGIN, env: { SSH_TTY: '/dev/pts/1', DISPLAY: ':0' } },
  {
    title: 'opens a browser for a person at a terminal only',
    words: LOGIN,
    given: [browser],
    env: { DISPLAY: ':0', PATH: '~/bin' },
  },
  { title: 'says that no browser could be opened', words: LOGIN, env: { DISPLAY: ':0', PATH: '~/bin' } },
  {
    title: 'asks a person at a terminal for the host, again after a mistake',
    words: 'auth login --insecure --no-browser',
    typed: {
      [PROMPT]: 'not a url Enter',
      [`✗ host parse: "https://not a url" cannot be parsed as a URL.\n${PROMPT}`]: 'http://127.0.0.1:19070 Enter',
    },
  },
  {
    title: 'takes the default for an empty answer: here the way to cloud.dify.ai is blocked',
    words: 'auth login -v',
    env: { HTTPS_PROXY: 'http://127.0.0.1:1' },
    typed: { '[default: https://cloud.dify.ai]: ': 'Enter' },
  },
  {
    title: 'keeps the path that a server lies under',
    words: `auth login --host http://127.0.0.1:19070/dify/ --insecure`,
    server: { prefix: '/dify' },
  },
  {
    title: 'names no workspace when the server names none, and shows an empty name as it is',
    words: LOGIN,
    given: [decided({ ...approvalBy({ ...ANN, name: '' }), default_workspace_id: null })],
  },
  { title: 'signs in an external user', words: LOGIN, given: [sso('https://idp.corp.com')] },
  { title: 'signs in an external user of a provider without a name', words: LOGIN, given: [sso('')] },
  { title: 'replaces a session that it already had', words: LOGIN, given: [signedIn()] },
  {
    title: 'survives a lost connection while it waits',
    words: LOGIN,
    given: [codes(900, 0.1), answers(POLL, SILENCE)],
  },
  {
    title: 'survives a server that breaks down while it waits',
    words: LOGIN,
    given: [codes(900, 0.1), answers(POLL, DOWN)],
  },
  {
    title: 'survives being told to wait',
    words: LOGIN,
    given: [codes(900, 0.1), answers(POLL, refusal(429, 'too_many_requests', 'rate_limited'))],
  },
  {
    title: 'passes over a certificate that nobody vouches for with --insecure, loudly',
    words: 'auth login --host https://localhost:19070 --insecure',
    server: { tls: true },
  },
];

const WITH_TOKEN = `${LOGIN} --with-token`;

const TOKENS: readonly Scene[] = [
  {
    title: 'takes a token from standard input',
    words: WITH_TOKEN,
    given: [script],
    input: 'dfoa_of-a-script',
    typed: { '': 'dfoa_of-a-script Enter ctrl-D' },
  },
  {
    title: 'stores no token that the server does not take',
    words: WITH_TOKEN,
    input: 'dfoa_unknown',
    typed: { '': 'dfoa_unknown Enter ctrl-D' },
  },
  { title: 'needs a token', words: WITH_TOKEN, typed: { '': 'ctrl-D' } },
];

const REFUSED: readonly Scene[] = [
  { title: 'exits 1 when the host cannot be reached', words: 'auth login --host 127.0.0.1:1' },
  {
    title: 'exits 1 when the certificate is not known',
    words: 'auth login --host localhost:19070',
    server: { tls: true },
  },
  {
    title: 'exits 1 when the server does not know this client',
    words: LOGIN,
    given: [answers(CODE, { status: 400, body: { error: 'unsupported_client' } })],
  },
  { title: 'exits 1 when the server breaks down', words: LOGIN, given: [answers(CODE, { status: 500, body: '' })] },
  {
    title: 'exits 1 and shows the words of a server that refuses a code',
    words: LOGIN,
    given: [
      answers(CODE, refusal(403, 'forbidden', 'device flow is switched off', { hint: 'ask your administrator' })),
    ],
  },
  {
    title: 'exits 1 at an address that is no Dify',
    words: LOGIN,
    given: [answers(CODE, { status: 200, body: '<p>' })],
  },
  { title: 'exits 1 when the answer holds no code', words: LOGIN, given: [answers(CODE, { status: 200, body: {} })] },
  {
    title: 'exits 1 when the code cannot be turned into a token',
    words: LOGIN,
    given: [decided({ error: 'invalid_grant' })],
  },
  {
    title: 'exits 1 when the poll is refused without an OAuth error',
    words: LOGIN,
    given: [answers(POLL, refusal(400, 'bad_request', 'nonsense'))],
  },
  {
    title: 'exits 1 when the poll is answered with nothing',
    words: LOGIN,
    given: [answers(POLL, { status: 200, body: {} })],
  },
  {
    title: 'exits 1 when the poll is not answered in JSON',
    words: LOGIN,
    given: [answers(POLL, { status: 200, body: '<p>' })],
  },
  { title: 'exits 1 rather than send a person to no address', words: LOGIN, given: [verificationUri('device')] },
  {
    title: 'exits 1 rather than send a person to an address of another kind',
    words: LOGIN,
    given: [verificationUri('ftp://example.com/device')],
  },
  {
    title: 'exits 1 when hosts.yml cannot be read, before a code is made',
    words: LOGIN,
    given: [file('hosts.yml', 'hosts:\n\ta.example.com: {}\n')],
  },
  { title: 'exits 1 when the token cannot be stored', words: LOGIN, given: [folder('tokens.yml')] },
  { title: 'exits 2 without a host where it cannot ask', words: 'auth login', typed: { ']: ': 'ctrl-D' } },
  { title: 'exits 2 for a host that is none', words: 'auth login --host "not a url"' },
  { title: 'exits 2 for http without --insecure', words: 'auth login --host http://127.0.0.1:19070' },
  {
    title: 'exits 2 when DIFY_CA_FILE names no certificate',
    words: 'auth login --host localhost:19070',
    server: { tls: true },
    env: { DIFY_CA_FILE: '/nowhere' },
  },
  { title: 'exits 4 when the person denies it', words: LOGIN, given: [decided({ error: 'access_denied' })] },
  {
    title: 'exits 4 when the server says that the code is over',
    words: LOGIN,
    given: [decided({ error: 'expired_token' })],
  },
  {
    title: 'exits 4 when nobody approved while the code lived',
    words: LOGIN,
    given: [codes(0.3, 0.1), decided(PENDING)],
  },
  {
    title: 'exits 4 when the server was down until the code was over',
    words: LOGIN,
    given: [codes(0.5, 0.1), answers(POLL, DOWN, DOWN, DOWN)],
  },
  {
    title: 'exits 4 and stores nothing without a mail address',
    words: LOGIN,
    given: [decided(approvalBy({ ...ANN, email: '' }))],
  },
  {
    title: 'exits 6 when the host has no such sign-in',
    words: LOGIN,
    given: [answers(CODE, { status: 404, body: '' })],
  },
  {
    title: 'exits 6 when the poll finds no such sign-in',
    words: LOGIN,
    given: [answers(POLL, { status: 404, body: '' })],
  },
  {
    title: 'exits 6 when the server wants a newer client',
    words: LOGIN,
    given: [
      answers(
        CODE,
        refusal(426, 'upgrade_required', 'this difyctl is no longer supported.', { hint: 'Upgrade difyctl' }),
      ),
    ],
  },
  {
    title: 'exits 7 when there were too many requests',
    words: LOGIN,
    given: [answers(CODE, refusal(429, 'too_many_requests', 'rate_limited'))],
  },
];

const INTERRUPTED: readonly Scene[] = [
  {
    title: 'dies of ctrl-C while it waits',
    words: `${LOGIN} --no-browser`,
    given: [decided(PENDING)],
    typed: { 'Waiting for authorization': 'ctrl-C' },
    only: 'terminal',
  },
  {
    title: 'dies of ctrl-C while it asks for the host',
    words: 'auth login',
    typed: { '[default: https://cloud.dify.ai]: ': 'ctrl-C' },
    only: 'terminal',
  },
];

export const AUTH_LOGIN: readonly Scene[] = [...SIGNED_IN, ...TOKENS, ...REFUSED, ...INTERRUPTED];
