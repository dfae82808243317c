import { contexts, file } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const THREE = contexts({
  'a.example.com': ['ann@a.cc', 'bob@a.cc'],
  'b.example.com': ['eve@b.cc'],
  'xn--bcher-kva.example': ['ann@c.cc'],
});
const ACCOUNTS = 'Select an account on a.example.com\n❯';

export const USE_ACCOUNT: readonly Scene[] = [
  { title: 'makes a stored account of the host the active one', words: 'use account --email bob@a.cc', given: [THREE] },
  { title: 'lets a person pick', words: 'use account', given: [THREE], typed: { [ACCOUNTS]: 'Down Enter' } },
  { title: 'exits 2 when the person presses Esc', words: 'use account', given: [THREE], typed: { [ACCOUNTS]: 'Esc' } },
  { title: 'exits 2 for an account of another host', words: 'use account --email eve@b.cc', given: [THREE] },
  { title: 'exits 4 when no host is current', words: 'use account --email ann@a.cc' },
  {
    title: 'exits 4 when the account’s token is gone',
    words: 'use account --email bob@a.cc',
    given: [THREE, file('tokens.yml', 'version: 1\ntokens: {}\n')],
  },
];
