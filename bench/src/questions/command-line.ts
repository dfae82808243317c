import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { latchkey } from '../entrants.ts';
import { inFolder } from '../in-turn.ts';
import { PROGRAM } from '../program.ts';
import type { Question } from '../settings.ts';
import { median, type Row, times } from '../table.ts';

const DIFYCTL = join(import.meta.dirname, '../../../apps/difyctl/bin/difyctl.cjs');
const RUNS = 31;

/** P10: the command line against a Node that does nothing. */
export const commandLine: Question = () =>
  inFolder(async (folder) => {
    const program = await PROGRAM.latchkey(folder);
    const { bearer } = await latchkey(program);
    const env = signedIn(folder, program.base, String(bearer.headers?.authorization).slice('Bearer '.length));
    const commands = {
      node: ['-e', '0'],
      whoami: [DIFYCTL, 'auth', 'whoami'],
      devices: [DIFYCTL, 'auth', 'devices', 'list'],
    };
    const taken: Record<keyof typeof commands, number[]> = { node: [], whoami: [], devices: [] };
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of ['node', 'whoami', 'devices'] as const) {
        const began = performance.now();
        execFileSync(process.execPath, commands[name], { env, stdio: ['ignore', 'pipe', 'inherit'] });
        taken[name].push(performance.now() - began);
      }
    }
    await program.stop();
    const base = median(taken.node);
    const row = (job: string, name: 'whoami' | 'devices', factor: number): Row => {
      const ratio = median(taken[name]) / base;
      return {
        job,
        target: `≤ ${factor} × \`node -e 0\``,
        latchkey: `${Math.round(median(taken[name]))} ms`,
        floor: `${Math.round(base)} ms`,
        peers: '',
        ratios: times(ratio),
        isMet: ratio <= factor,
      };
    };
    return [row('P10 `difyctl auth whoami`', 'whoami', 1.3), row('P10 `difyctl auth devices list`', 'devices', 1.6)];
  });

/** A machine without a credential store on which somebody is signed in, in the files that difyctl keeps. */
function signedIn(folder: string, base: string, token: string): Record<string, string> {
  const config = join(folder, 'config');
  mkdirSync(config, { recursive: true });
  const { host } = new URL(base);
  const hosts = [
    'token_storage: file',
    `current_host: ${host}`,
    'hosts:',
    `  ${host}:`,
    '    scheme: http',
    '    current_account: ann@example.com',
    '    accounts:',
    '      ann@example.com:',
    '        account:',
    '          id: 01890000-0000-7000-8000-000000000001',
    '          email: ann@example.com',
    '          name: Ann',
  ];
  const tokens = ['version: 1', 'tokens:', `  ${host}:`, `    ann@example.com: ${token}`];
  writeFileSync(join(config, 'hosts.yml'), `${hosts.join('\n')}\n`, { mode: 0o600 });
  writeFileSync(join(config, 'tokens.yml'), `${tokens.join('\n')}\n`, { mode: 0o600 });
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    DIFY_CONFIG_DIR: config,
    DIFY_CACHE_DIR: join(folder, 'cache'),
    DIFY_E2E_NO_KEYRING: '1',
  };
}
