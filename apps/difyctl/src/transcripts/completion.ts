import { contexts } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const STORED = contexts({ 'a.example.com': ['ann@a.cc', 'bob@a.cc'], 'b.example.com': ['eve@b.cc'] });

export const COMPLETION: readonly Scene[] = [
  { title: 'has a script for bash', words: 'completion bash' },
  { title: 'has a script for zsh', words: 'completion zsh' },
  { title: 'has a script for fish', words: 'completion fish' },
  { title: 'has a script for PowerShell', words: 'completion powershell' },
  { title: 'offers commands', words: 'completion candidates --word= -- auth devices' },
  { title: 'offers flags', words: 'completion candidates --word=-- -- use host' },
  { title: 'offers formats', words: 'completion candidates --word= -- auth list -o' },
  { title: 'offers stored hosts', words: 'completion candidates --word=b -- use host --domain', given: [STORED] },
  { title: 'offers stored accounts', words: 'completion candidates --word= -- use account --email', given: [STORED] },
  { title: 'has nothing to offer for a command that is none', words: 'completion candidates --word= -- auth bogus' },
  { title: 'exits 2 for another shell', words: 'completion tcsh' },
  { title: 'exits 1 without a shell', words: 'completion' },
];
