import { contexts, file, sessionOver, signedIn } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const server = (version: string, title: string): Scene => ({
  title,
  words: 'version --check-compat',
  given: [signedIn()],
  server: { version },
});

export const VERSION: readonly Scene[] = [
  { title: 'tells its own version alone', words: 'version --short' },
  { title: 'tells both versions and whether they fit', words: 'version', given: [signedIn()] },
  {
    title: 'shows no token, so a session that is over does not matter',
    words: 'version',
    given: [signedIn(), sessionOver],
  },
  { title: 'tells them to a program', words: 'version -o json', given: [signedIn()] },
  { title: 'tells them as YAML', words: 'version -o yaml', given: [signedIn()] },
  { title: 'tells them as text', words: 'version --output=text', given: [signedIn()] },
  { title: 'asks no server with --client', words: 'version --client', given: [signedIn()] },
  { title: 'asks no server when there is none', words: 'version' },
  {
    title: 'says that the server does not answer',
    words: 'version',
    given: [contexts({ '127.0.0.1:1': ['ann@example.com'] })],
  },
  { title: 'says that hosts.yml cannot be read', words: 'version', given: [file('hosts.yml', 'hosts: 7\n')] },
  {
    title: 'exits 0 for a server that is outside, unless asked to check',
    words: 'version',
    given: [signedIn()],
    server: { version: '1.18.0' },
  },
  server('1.14.0', 'exits 0 for the oldest server it is tested with'),
  server('1.17.1', 'exits 0 for the newest server it is tested with'),
  server('1.13.9', 'exits 64 for an older server'),
  server('1.18.0', 'exits 64 for a newer server'),
  server('weird', 'exits 64 for a version that is none'),
  server('', 'exits 64 for no version'),
  {
    title: 'exits 64 for a server that does not answer',
    words: 'version --check-compat',
    given: [contexts({ '127.0.0.1:1': ['ann@example.com'] })],
  },
  { title: 'exits 64 for no server', words: 'version --check-compat' },
  { title: 'exits 64 for a server that is not asked', words: 'version --check-compat --client', given: [signedIn()] },
  {
    title: 'exits 64 for a newer server, for a program',
    words: 'version --check-compat -o json',
    given: [signedIn()],
    server: { version: '1.18.0' },
  },
  { title: 'exits 2 for another format', words: 'version -o table' },
];
