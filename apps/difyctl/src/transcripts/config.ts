import { file } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const SETTINGS = file('config.yml', 'schema_version: 1\ndefaults:\n  limit: 50\n  format: json\nstate: {}\n');
const NEWER = file('config.yml', 'schema_version: 2\n');

export const CONFIG: readonly Scene[] = [
  { title: 'tells where the settings lie', words: 'config path' },
  { title: 'shows all settings', words: 'config view', given: [SETTINGS] },
  { title: 'shows them to a program', words: 'config view --json', given: [SETTINGS] },
  { title: 'has nothing to show at first', words: 'config view' },
  { title: 'has nothing to show to a program at first', words: 'config view --json' },
  { title: 'prints one setting', words: 'config get defaults.limit', given: [SETTINGS] },
  { title: 'prints a blank line for one that is not set', words: 'config get state.current_app', given: [SETTINGS] },
  { title: 'changes a setting', words: 'config set defaults.limit 5' },
  { title: 'forgets a setting', words: 'config unset defaults.limit', given: [SETTINGS] },
  { title: 'forgets one that is not set', words: 'config unset defaults.limit' },
  { title: 'exits 2 for a key it does not know', words: 'config get nope' },
  { title: 'exits 2 for such a key to set', words: 'config set nope 1' },
  { title: 'exits 2 for such a key to forget', words: 'config unset nope' },
  { title: 'exits 2 for a limit out of range', words: 'config set defaults.limit 900' },
  { title: 'exits 2 for a limit that is no number', words: 'config set defaults.limit ten' },
  { title: 'exits 2 for a format it does not know', words: 'config set defaults.format xml' },
  { title: 'exits 1 without a key', words: 'config get' },
  { title: 'exits 1 without a value', words: 'config set defaults.limit' },
  { title: 'exits 6 for a newer file', words: 'config view', given: [NEWER] },
  { title: 'exits 6 rather than change a newer file', words: 'config set defaults.limit 5', given: [NEWER] },
  {
    title: 'exits 6 for a file that is not YAML',
    words: 'config get defaults.limit',
    given: [file('config.yml', 'defaults:\n\tlimit: 5\n')],
  },
  {
    title: 'exits 6 for a file of another shape',
    words: 'config unset defaults.limit',
    given: [file('config.yml', 'defaults: 7\n')],
  },
  { title: 'exits 6 for a newer file, for a program', words: 'config view --json', given: [NEWER] },
];
