import { expect, test } from 'vitest';
import { TREE } from '../commands/tree.ts';
import { AUTH_DEVICES_LIST } from './auth-devices-list.ts';
import { AUTH_DEVICES_REVOKE } from './auth-devices-revoke.ts';
import { AUTH_LIST } from './auth-list.ts';
import { AUTH_LOGIN } from './auth-login.ts';
import { AUTH_LOGOUT } from './auth-logout.ts';
import { AUTH_STATUS } from './auth-status.ts';
import { AUTH_TOKEN } from './auth-token.ts';
import { AUTH_WHOAMI } from './auth-whoami.ts';
import { COMMAND_LINE } from './command-line.ts';
import { COMPLETION } from './completion.ts';
import { CONFIG } from './config.ts';
import { ENV } from './env.ts';
import { HELP } from './help.ts';
import { transcribe } from './player/transcribe.ts';
import { USE_ACCOUNT } from './use-account.ts';
import { USE_HOST } from './use-host.ts';
import { USE_WORKSPACE } from './use-workspace.ts';
import { VERSION } from './version.ts';

const GROUPS = {
  'command-line': COMMAND_LINE,
  'auth-login': AUTH_LOGIN,
  'auth-whoami': AUTH_WHOAMI,
  'auth-status': AUTH_STATUS,
  'auth-list': AUTH_LIST,
  'auth-logout': AUTH_LOGOUT,
  'auth-token': AUTH_TOKEN,
  'auth-devices-list': AUTH_DEVICES_LIST,
  'auth-devices-revoke': AUTH_DEVICES_REVOKE,
  'use-host': USE_HOST,
  'use-account': USE_ACCOUNT,
  'use-workspace': USE_WORKSPACE,
  config: CONFIG,
  env: ENV,
  completion: COMPLETION,
  version: VERSION,
  help: HELP,
};

test.each(Object.entries(GROUPS))(
  '%s says in pipes and in a terminal what is written down',
  async (name, scenes) => {
    await expect(await transcribe(scenes)).toMatchFileSnapshot(`${name}.txt`);
  },
  120_000,
);

test('every command has a scene', () => {
  const played = Object.values(GROUPS).flatMap((scenes) => scenes.map(({ words }) => words));
  expect(Object.keys(TREE.commands).filter((name) => !played.some((words) => words.startsWith(name)))).toEqual([]);
});
