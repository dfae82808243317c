import { refusal } from '../testing/dify-server.ts';
import {
  answers,
  BROUGHT,
  contexts,
  script,
  sessionOver,
  signedIn,
  signedInFor,
  signedInFrom,
} from './player/given.ts';
import type { Scene } from './player/scene.ts';

const ACCOUNT = 'GET /account';
const FORBIDDEN = refusal(403, 'forbidden', 'unsupported_token_type');
const BROKEN = refusal(500, 'internal_server_error', 'Internal Server Error');

export const AUTH_STATUS: readonly Scene[] = [
  {
    title: 'tells that the session lives, where the token lies and when it ends',
    words: 'auth status',
    given: [signedIn()],
  },
  { title: 'tells it to a program', words: 'auth status --json', given: [signedIn()] },
  {
    title: 'takes the refusal of an external user for a living session',
    words: 'auth status',
    given: [signedInFrom('https://idp.corp.com'), answers(ACCOUNT, FORBIDDEN)],
  },
  { title: 'tells that the token came in DIFY_TOKEN', words: 'auth status', given: [script], env: BROUGHT },
  { title: 'warns a person whose session ends soon', words: 'auth token', given: [signedInFor(47)] },
  { title: 'warns a person whose session ends in an hour', words: 'auth token', given: [signedInFor(1)] },
  { title: 'warns a person whose session ends sooner', words: 'auth token', given: [signedInFor(0)] },
  { title: 'does not warn of an end two days ahead', words: 'auth token', given: [signedInFor(48)] },
  { title: 'exits 4 when nobody is signed in', words: 'auth status' },
  { title: 'exits 4 when nobody is signed in, for a program', words: 'auth status --json' },
  { title: 'exits 4 when the session is over', words: 'auth status', given: [signedIn(), sessionOver] },
  {
    title: 'exits 4 when the session is over, for a program',
    words: 'auth status --json',
    given: [signedIn(), sessionOver],
  },
  {
    title: 'exits 4 when Dify 1.14 breaks down over a session that is over',
    words: 'auth status --http-retry 0',
    server: { version: '1.14.2' },
    given: [signedIn(), sessionOver],
  },
  {
    title: 'exits 1 when Dify 1.14 breaks down for everybody',
    words: 'auth status --http-retry 0',
    server: { version: '1.14.2' },
    given: [signedIn(), answers(ACCOUNT, BROKEN, BROKEN)],
  },
  {
    title: 'exits 1 when the server cannot be reached',
    words: 'auth status --http-retry 0',
    given: [contexts({ '127.0.0.1:1': ['ann@example.com'] })],
  },
  {
    title: 'exits 7 when there were too many requests',
    words: 'auth status --http-retry 0',
    given: [signedIn(), answers(ACCOUNT, refusal(429, 'too_many_requests', 'rate_limited'))],
  },
];
