import { contexts, file, signedInFrom } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const TWO = contexts({ 'dify.example.com': ['you@company.com'], 'dify.internal.acme.com': ['you@acme.com'] });
const CORRUPT = file('hosts.yml', 'hosts:\n\ta.example.com: {}\n');

export const AUTH_LIST: readonly Scene[] = [
  { title: 'lays out the contexts and marks the active one', words: 'auth list', given: [TWO] },
  { title: 'prints them as JSON', words: 'auth list -o json', given: [TWO] },
  { title: 'prints them as YAML', words: 'auth list --output=yaml', given: [TWO] },
  { title: 'prints the mail addresses', words: 'auth list -o name', given: [TWO] },
  { title: 'shows the mail address alone of an external user', words: 'auth list', given: [signedInFrom('')] },
  {
    title: 'lines up wide characters and disarms control characters',
    words: 'auth list',
    given: [contexts({ h: ['山田@example.com', '\u001b[31m@example.com'] })],
  },
  { title: 'is content with no contexts', words: 'auth list' },
  { title: 'is content with no contexts in JSON', words: 'auth list -o json' },
  { title: 'is content with no contexts in YAML', words: 'auth list -o yaml' },
  { title: 'is content with no contexts by name', words: 'auth list -o name' },
  { title: 'exits 2 for another format', words: 'auth list -o table', given: [TWO] },
  { title: 'exits 1 when hosts.yml is not YAML', words: 'auth list', given: [CORRUPT] },
  { title: 'exits 1 when hosts.yml is not YAML, for a program', words: 'auth list -o json', given: [CORRUPT] },
  {
    title: 'exits 1 when hosts.yml is not YAML, for a person although the format is YAML',
    words: 'auth list -o yaml',
    given: [CORRUPT],
  },
];
