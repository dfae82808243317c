import { refusal } from '../testing/dify-server.ts';
import { answers, noWorkspaces, pin, sessionOver, signedIn } from './player/given.ts';
import type { Scene } from './player/scene.ts';

const BETA = '0191b1f0-0000-7000-8000-0000000be7a0';
const WORKSPACES = 'Select a workspace\n❯';
const SWITCH = `POST /workspaces/${BETA}/switch`;

export const USE_WORKSPACE: readonly Scene[] = [
  { title: 'switches on the server and here', words: `use workspace ${BETA}`, given: [signedIn()] },
  { title: 'lets a person pick', words: 'use workspace', given: [signedIn()], typed: { [WORKSPACES]: 'Down Enter' } },
  {
    title: 'exits 2 when the person presses Esc',
    words: 'use workspace',
    given: [signedIn()],
    typed: { [WORKSPACES]: 'Esc' },
  },
  {
    title: 'exits 4 when there is no workspace that a person could pick',
    words: 'use workspace',
    given: [signedIn(), noWorkspaces],
  },
  { title: 'exits 4 when nobody is signed in', words: `use workspace ${BETA}` },
  { title: 'exits 4 when the session is over', words: `use workspace ${BETA}`, given: [signedIn(), sessionOver] },
  { title: 'exits 1 when the server does not know the workspace', words: 'use workspace no/such', given: [signedIn()] },
  {
    title: 'exits 1 when the server breaks down, and asks no second time',
    words: `use workspace ${BETA} -v`,
    given: [signedIn(), answers(SWITCH, refusal(500, 'internal_server_error', 'Internal Server Error'))],
  },
  {
    title: 'exits 2 in a folder that is pinned to another host',
    words: `use workspace ${BETA}`,
    given: [signedIn(), pin('host: dify.example.com\n')],
  },
];
