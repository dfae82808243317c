import { setTimeout } from 'node:timers/promises';
import { betterAuth, type Entrant, floor, latchkey } from '../entrants.ts';
import { inFolder, type Start } from '../in-turn.ts';
import { load } from '../load.ts';
import { PROGRAM } from '../program.ts';
import type { Question } from '../settings.ts';
import { median, times } from '../table.ts';

const STARTS = 11;
const SETTLE_MS = 2000;

/** P7: from starting the process, on an existing database, to the first answer. */
export const coldStart: Question = () =>
  inFolder(async (folder) => {
    const starts: [string, Start, (program: Awaited<ReturnType<Start>>) => Promise<Entrant>, string][] = [
      ['Latchkey', PROGRAM.latchkey, latchkey, '/console/api/setup'],
      ['floor', PROGRAM.floor, floor, '/keys'],
      ['better-auth', PROGRAM.betterAuth, betterAuth, '/api/auth/get-session'],
    ];
    for (const [, start, fill] of starts) {
      const program = await start(folder);
      await fill(program);
      await program.stop();
    }
    const taken = new Map<string, number[]>();
    for (let round = 0; round < STARTS; round += 1) {
      for (const [name, start, , path] of starts) {
        const began = performance.now();
        const program = await start(folder);
        await (await fetch(program.base + path)).text();
        taken.set(name, [...(taken.get(name) ?? []), performance.now() - began]);
        await program.stop();
      }
    }
    const of = (name: string): number => median(taken.get(name) ?? []);
    const [ours, lowest, peer] = [of('Latchkey'), of('floor'), of('better-auth')];
    const ms = (value: number): string => `${Math.round(value)} ms`;
    return [
      {
        job: 'P7 cold start to first answer',
        target: '≤ 1.5 × floor, ≤ 0.5 × better-auth',
        latchkey: ms(ours),
        floor: ms(lowest),
        peers: `better-auth: ${ms(peer)}`,
        ratios: `${times(ours / lowest)} floor, ${times(ours / peer)} better-auth`,
        isMet: ours <= 1.5 * lowest && ours <= 0.5 * peer,
      },
    ];
  });

/** P8: memory of the process, idle and under the load of P1. */
export const memory: Question = ({ seconds }) =>
  inFolder(async (folder) => {
    const rows: [string, number, number][] = [];
    for (const [start, fill] of [
      [PROGRAM.latchkey, latchkey],
      [PROGRAM.floor, floor],
      [PROGRAM.betterAuth, betterAuth],
    ] as const) {
      const first = await start(folder);
      await fill(first);
      await first.stop();
      const program = await start(folder);
      await setTimeout(SETTLE_MS);
      const idle = program.residentMb();
      await program.stop();
      const loaded = await start(`${folder}/loaded`).catch(() => start(folder));
      const { session } = await fill(loaded);
      if (session !== undefined) await load(loaded, session, { seconds: seconds * 2, connections: 32 });
      rows.push([program.name, idle, loaded.residentMb()]);
      await loaded.stop();
    }
    const of = (name: string): [number, number] => {
      const [, idle = Number.NaN, loaded = Number.NaN] = rows.find((row) => row[0] === name) ?? [];
      return [idle, loaded];
    };
    const [idle, loaded] = of('Latchkey');
    const mb = ([a, b]: [number, number]): string => `${Math.round(a)} MB idle, ${Math.round(b)} MB`;
    return [
      {
        job: 'P8 resident memory, idle and under load',
        target: '≤ 90 MB idle, ≤ 150 MB',
        latchkey: mb([idle, loaded]),
        floor: mb(of('floor')),
        peers: `better-auth: ${mb(of('better-auth'))}`,
        ratios: '',
        isMet: idle <= 90 && loaded <= 150,
      },
    ];
  });
