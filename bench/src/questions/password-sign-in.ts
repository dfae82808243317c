import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { betterAuth, floor, latchkey } from '../entrants.ts';
import { describe, inFolder, measureInTurn } from '../in-turn.ts';
import { load } from '../load.ts';
import { PROGRAM, type Program } from '../program.ts';
import type { Question } from '../settings.ts';
import { median, times } from '../table.ts';

const AT_ONCE = 8;
const PAIRS = 400;

/** P4: password sign-in against argon2id alone; the rest of the server meanwhile; and whether time tells addresses apart. */
export const passwordSignIn: Question = (settings) =>
  inFolder(async (folder) => {
    const [ours, bare, peer] = [
      await latchkey(await PROGRAM.latchkey(folder)),
      await floor(await PROGRAM.floor(folder)),
      await betterAuth(await PROGRAM.betterAuth(folder)),
    ];
    const alone: number[] = [];
    const measurements = await measureInTurn(
      [ours, bare, peer],
      async (entrant) => {
        if (entrant === ours) alone.push(await argon2Alone(settings.seconds));
        return entrant.password;
      },
      settings,
      AT_ONCE,
    );
    const of = (name: string) => measurements.find((measurement) => measurement.name === name)?.median;
    const [measured, lowest, other] = [of('Latchkey'), of('floor'), of('better-auth')];
    if (measured === undefined || lowest === undefined || other === undefined || !ours.session || !ours.password) {
      throw new Error('P4 was not measured');
    }
    const ratio = measured.perSecond / median(alone);
    const idle = await load(ours.program, ours.session, { seconds: settings.seconds, connections: AT_ONCE });
    const [busy] = await Promise.all([
      load(ours.program, ours.session, { seconds: settings.seconds, connections: AT_ONCE }),
      load(ours.program, ours.password, { seconds: settings.seconds, connections: AT_ONCE }),
    ]);
    const area = await timingArea(ours.program);
    await Promise.all([ours, bare, peer].map(({ program }) => program.stop()));
    const none = { floor: '', peers: '' };
    return [
      {
        job: 'P4 password sign-in',
        target: '≥ 0.95 × argon2id alone',
        latchkey: describe(measured),
        floor: `argon2id alone ${Math.round(median(alone))}/s; bare server ${describe(lowest)}`,
        peers: `better-auth (scrypt): ${describe(other)}`,
        ratios: `${times(ratio)} argon2id alone, ${times(measured.perSecond / lowest.perSecond)} bare server`,
        isMet: ratio >= 0.95,
      },
      {
        ...none,
        job: 'P4 console sessions while 8 sign in without pause',
        target: 'p99 < 5 × idle p99',
        latchkey: `p99 ${busy.p99Ms.toFixed(1)} ms, idle ${idle.p99Ms.toFixed(1)} ms`,
        ratios: times(busy.p99Ms / idle.p99Ms),
        isMet: busy.p99Ms < 5 * idle.p99Ms,
      },
      {
        ...none,
        job: 'Known and unknown addresses told apart by time',
        target: 'area under the curve 0.45 to 0.55',
        latchkey: area.toFixed(2),
        ratios: '',
        isMet: area >= 0.45 && area <= 0.55,
      },
    ];
  });

async function argon2Alone(seconds: number): Promise<number> {
  const program = join(import.meta.dirname, '../programs/argon2.ts');
  return Number((await promisify(execFile)(process.execPath, [program, String(seconds)])).stdout);
}

/** The chance that a wrong password for a known address takes longer than one for an unknown address. */
async function timingArea(program: Program): Promise<number> {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    known.push(await timeOf(program, 'ann@example.com'));
    unknown.push(await timeOf(program, `nobody${pair}@example.com`));
  }
  const wins = known.flatMap((a) => unknown.map((b) => (a > b ? 1 : a === b ? 0.5 : 0) as number));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

async function timeOf(program: Program, email: string): Promise<number> {
  const start = performance.now();
  const body = JSON.stringify({ email, password: btoa('not the password 1') });
  const response = await fetch(`${program.base}/console/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await response.text();
  if (response.status !== 401) throw new Error(`sign-in: ${response.status}`);
  return performance.now() - start;
}
