import { BROUGHT, NO_KEYCHAIN, pin, signedIn, signedInByKeychain, signedInWithoutToken } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const ELSEWHERE = pin('host: dify.example.com\naccount: bob@example.com\n');

export const AUTH_TOKEN: readonly Scene[] = [
  { title: 'prints the token of the active context', words: 'auth token', given: [signedIn()] },
  { title: 'prints the token in DIFY_TOKEN', words: 'auth token', env: BROUGHT },
  {
    title: 'is let through in a folder that is pinned to who is signed in',
    words: 'auth token',
    given: [signedIn(), pin('host: 127.0.0.1:19070\naccount: ann@example.com\n')],
  },
  { title: 'exits 4 when nobody is signed in', words: 'auth token' },
  { title: 'exits 4 when the token is gone', words: 'auth token', given: [signedInWithoutToken] },
  {
    title: 'exits 1 when the keychain is unreachable',
    words: 'auth token',
    given: [signedInByKeychain],
    env: NO_KEYCHAIN,
  },
  { title: 'exits 2 in a folder that is pinned to somebody else', words: 'auth token', given: [signedIn(), ELSEWHERE] },
  {
    title: 'exits 2 in a folder that is pinned to another host than DIFY_TOKEN’s',
    words: 'auth token',
    given: [pin('host: dify.example.com\n')],
    env: BROUGHT,
  },
  {
    title: 'exits 2 in a folder whose pin has an unknown key',
    words: 'auth token',
    given: [signedIn(), pin('hots: a\nhost: b\n')],
  },
  {
    title: 'exits 2 in a folder whose pin names no host',
    words: 'auth token',
    given: [signedIn(), pin('account: a\n')],
  },
  { title: 'exits 2 in a folder whose pin is no mapping', words: 'auth token', given: [signedIn(), pin('[]')] },
  {
    title: 'exits 2 in a folder whose pin names no one account',
    words: 'auth token',
    given: [signedIn(), pin('host: a\naccount: 1\n')],
  },
  {
    title: 'exits 1 in a folder whose pin is not YAML',
    words: 'auth token',
    given: [signedIn(), pin('host: [dify\n')],
  },
  { title: 'exits 2 when DIFY_HOST is no address', words: 'auth token', env: { ...BROUGHT, DIFY_HOST: 'not a url' } },
];
