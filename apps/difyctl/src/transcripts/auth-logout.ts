import { refusal, SILENCE } from '../testing/dify-server.ts';
import {
  answers,
  type Given,
  NO_KEYCHAIN,
  pin,
  sessionOver,
  signedIn,
  signedInByKeychain,
  signedInFrom,
  signedInWithoutToken,
} from './player/given.ts';
import type { Scene } from './player/scene.ts';

/** Bob is signed in on the same host. */
const bobToo: Given = ({ home }) => {
  const hosts = JSON.parse(home.read('hosts.yml'));
  hosts.hosts[hosts.current_host].accounts['bob@example.com'] = {
    account: { id: 'b', email: 'bob@example.com', name: 'Bob' },
  };
  home.write('hosts.yml', JSON.stringify(hosts));
};
const SELF = 'DELETE /account/sessions/self';
const BROKEN = refusal(500, 'internal_server_error', 'Internal Server Error');
const FORBIDDEN = refusal(403, 'forbidden', 'unsupported_token_type');
const ELSEWHERE = pin('host: dify.example.com\naccount: bob@example.com\n');

export const AUTH_LOGOUT: readonly Scene[] = [
  { title: 'ends the session', words: 'auth logout', given: [signedIn()] },
  { title: 'names the account that takes over', words: 'auth logout', given: [signedIn(), bobToo] },
  {
    title: 'forgets the session also when the server breaks down',
    words: 'auth logout',
    given: [signedIn(), answers(SELF, BROKEN)],
  },
  { title: 'forgets the session also when it is over', words: 'auth logout', given: [signedIn(), sessionOver] },
  {
    title: 'forgets the session also when the server hangs up',
    words: 'auth logout',
    given: [signedIn(), answers(SELF, SILENCE)],
  },
  {
    title: 'forgets an external user, who may not end sessions',
    words: 'auth logout',
    given: [signedInFrom(''), answers(SELF, FORBIDDEN)],
  },
  { title: 'asks no server when the token is gone', words: 'auth logout', given: [signedInWithoutToken] },
  {
    title: 'asks no server when the keychain is unreachable',
    words: 'auth logout',
    given: [signedInByKeychain],
    env: NO_KEYCHAIN,
  },
  { title: 'exits 4 when nobody is signed in', words: 'auth logout' },
  {
    title: 'exits 2 in a folder that is pinned to somebody else',
    words: 'auth logout',
    given: [signedIn(), ELSEWHERE],
  },
];
