import { contexts } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const one = (title: string, words: string): Scene => ({
  title,
  words,
  given: [contexts({ 'a.example.com': ['ann@a.cc'] })],
});

export const COMMAND_LINE: readonly Scene[] = [
  one('passes over surplus words, and flags behind --', 'auth whoami surplus -abc -- --bogus'),
  one('takes the last of repeated flags', 'auth whoami --json=1 --json=0'),
  one('takes -v before the command', '-v auth whoami'),
  one('takes --verbose between its words', 'auth --verbose list --output=name'),
  one('suggests the command that may be meant', 'auth logn'),
  one('suggests it before flags', 'auth lists --json'),
  one('suggests nothing when more than a letter is wrong', 'atuh list'),
  one('suggests the commands of a group', 'auth'),
  one('wants the command before flags', '-o json auth list'),
  one('does not know every flag', 'auth whoami --bogus'),
  one('does not know every letter', 'auth whoami -x'),
  one('wants a value', 'auth login --host'),
  one('takes no flag for a value', 'auth login --host --insecure'),
  one('wants an integer', 'auth devices list --page abc'),
  one('wants a boolean', 'auth whoami --json=yes'),
  one('wants an argument', 'config get'),
];
