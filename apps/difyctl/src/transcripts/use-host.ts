import { contexts } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const THREE = contexts({
  'a.example.com': ['ann@a.cc', 'bob@a.cc'],
  'b.example.com': ['eve@b.cc'],
  'xn--bcher-kva.example': ['ann@c.cc'],
});
const HEADER = 'Select a host\n❯';

export const USE_HOST: readonly Scene[] = [
  { title: 'makes a stored host the active one', words: 'use host --domain b.example.com', given: [THREE] },
  { title: 'knows an international host by its name', words: 'use host --domain BÜCHER.example', given: [THREE] },
  { title: 'lets a person pick', words: 'use host', given: [THREE], typed: { [HEADER]: 'Down Enter' } },
  { title: 'exits 2 when the person presses Esc', words: 'use host', given: [THREE], typed: { [HEADER]: 'Esc' } },
  { title: 'exits 2 when the person presses ctrl-C', words: 'use host', given: [THREE], typed: { [HEADER]: 'ctrl-C' } },
  {
    title: 'exits 2 for a host that nobody signed in to',
    words: 'use host --domain elsewhere.example',
    given: [THREE],
  },
  { title: 'exits 4 when nothing is stored', words: 'use host --domain a.example.com' },
];
