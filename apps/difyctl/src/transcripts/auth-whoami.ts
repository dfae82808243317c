import { ANN } from '../testing/dify-server.ts';
import { BROUGHT, file, script, sessionOver, signedIn, signedInFrom } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const CORRUPT = file('hosts.yml', 'hosts:\n\ta.example.com: {}\n');
const MISSHAPEN = file('hosts.yml', 'hosts:\n  a.example.com:\n    accounts: none\n');

export const AUTH_WHOAMI: readonly Scene[] = [
  { title: 'names who is signed in', words: 'auth whoami', given: [signedIn()] },
  { title: 'names them for a program', words: 'auth whoami --json', given: [signedIn()] },
  {
    title: 'asks no server, so a session that is over does not show',
    words: 'auth whoami',
    given: [signedIn(), sessionOver],
  },
  { title: 'leaves out an empty name', words: 'auth whoami', given: [signedIn({ account: { ...ANN, name: '' } })] },
  {
    title: 'names an external user and the provider',
    words: 'auth whoami',
    given: [signedInFrom('https://idp.corp.com')],
  },
  { title: 'names an external user of a provider without a name', words: 'auth whoami', given: [signedInFrom('')] },
  {
    title: 'names an external user for a program',
    words: 'auth whoami --json',
    given: [signedInFrom('https://idp.corp.com')],
  },
  { title: 'asks the server whose token DIFY_TOKEN is', words: 'auth whoami', given: [script], env: BROUGHT },
  { title: 'exits 4 when nobody is signed in', words: 'auth whoami' },
  { title: 'exits 4 when nobody is signed in, for a program', words: 'auth whoami --json' },
  { title: 'exits 4 when the file holds nothing', words: 'auth whoami', given: [file('hosts.yml', '# nothing yet\n')] },
  { title: 'exits 4 when the server does not know the token in DIFY_TOKEN', words: 'auth whoami', env: BROUGHT },
  {
    title: 'exits 2 when DIFY_HOST does not say whose token DIFY_TOKEN is',
    words: 'auth whoami',
    env: { DIFY_TOKEN: 'dfoa_of-a-script' },
  },
  { title: 'exits 1 when hosts.yml is not YAML', words: 'auth whoami', given: [CORRUPT] },
  { title: 'exits 1 when hosts.yml holds something else', words: 'auth whoami', given: [MISSHAPEN] },
  {
    title: 'exits 1 when hosts.yml holds something else, for a program',
    words: 'auth whoami --json',
    given: [MISSHAPEN],
  },
  { title: 'exits 1 for a format it does not have', words: 'auth whoami -o json', given: [signedIn()] },
];
