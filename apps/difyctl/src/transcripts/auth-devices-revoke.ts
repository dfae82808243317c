import { refusal } from '../testing/dify-server.ts';
import { answers, type Given, runners, sessionOver, signedIn } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const REVOKE = 'auth devices revoke';
const THREE: readonly Given[] = [runners, signedIn()];
const revoke = (title: string, target: string, typed?: Readonly<Record<string, string>>): Scene => ({
  title,
  words: `${REVOKE} ${target}`,
  given: THREE,
  ...(typed && { typed }),
});
const DELETE = 'DELETE /account/sessions/22222222-2222-4222-8222-222222222222';
const BROKEN = { status: 503, body: 'down' };
const SESSIONS = 'GET /account/sessions';
const TOO_MANY = refusal(429, 'too_many_requests', 'rate_limited');

export const AUTH_DEVICES_REVOKE: readonly Scene[] = [
  revoke('ends the session with an exact label, after a question to a person', '"difyctl on runner-1"', {
    '[y/N] ': 'y Enter',
  }),
  revoke('ends the session with an exact id', '22222222-2222-4222-8222-222222222222', { '[y/N] ': 'yes Enter' }),
  revoke('ends the session with a part of a label in any case', 'RUNNER-12', { '[y/N] ': 'Y Enter' }),
  revoke('ends every other session', '--all', { '[y/N] ': 'y Enter' }),
  revoke('does not ask with -y', 'runner-12 -y'),
  revoke('signs this machine out with its own session', '"difyctl on vm" --yes'),
  { title: 'is content when there is no other session', words: `${REVOKE} --all`, given: [signedIn()] },
  revoke('exits 2 when the person says no; where nobody can be asked, nobody is', 'runner-12', { '[y/N] ': 'n Enter' }),
  revoke('exits 2 when the person only presses Enter', 'runner-12', { '[y/N] ': 'Enter' }),
  revoke('exits 2 when the input ends', 'runner-12', { '[y/N] ': 'ctrl-D' }),
  revoke('exits 2 without a target', ''),
  revoke('exits 2 for a target and all others', 'runner-12 --all'),
  revoke('exits 2 when several match', 'runner'),
  revoke('exits 2 when none matches', 'nobody'),
  { title: 'exits 4 when nobody is signed in, whatever is asked', words: REVOKE },
  { title: 'exits 4 when the session is over', words: `${REVOKE} --all`, given: [signedIn(), sessionOver] },
  {
    title: 'exits 1 when it cannot tell which session is its own',
    words: `${REVOKE} --all`,
    given: [signedIn({ token_id: undefined })],
  },
  {
    title: 'exits 1 when the session has gone meanwhile',
    words: `${REVOKE} "difyctl on runner-1" -y`,
    given: [...THREE, answers(DELETE, refusal(404, 'not_found', 'session not found'))],
  },
  {
    title: 'exits 1 when the server breaks down',
    words: `${REVOKE} --all -y --http-retry 0`,
    given: [...THREE, answers(DELETE, BROKEN)],
  },
  {
    title: 'exits 7 when there were too many requests',
    words: `${REVOKE} --all -y --http-retry 0`,
    given: [...THREE, answers(SESSIONS, TOO_MANY)],
  },
];
