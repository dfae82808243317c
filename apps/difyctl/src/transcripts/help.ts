import type { Scene } from './player/scene.ts';

export const HELP: readonly Scene[] = [
  { title: 'lists every command and topic', words: '' },
  { title: 'explains a command', words: 'help auth devices revoke' },
  { title: 'explains a command where it is typed', words: 'auth login --help' },
  { title: 'explains a command to a program', words: 'config set --help -o json' },
  { title: 'explains a command in YAML', words: 'help auth list -o yaml' },
  { title: 'lists a group', words: 'auth devices --help' },
  { title: 'explains contexts', words: 'help account' },
  { title: 'explains itself to programs', words: 'help agent' },
  { title: 'explains the environment', words: 'help environment' },
  { title: 'explains external users', words: 'help external' },
  { title: 'exits 1 for a topic it does not have', words: 'help nothing' },
  { title: 'exits 1 for a command that is none', words: 'auth logn --help' },
  { title: 'exits 2 for another format', words: 'help -o table' },
];
