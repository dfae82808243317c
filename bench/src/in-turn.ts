import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entrant } from './entrants.ts';
import { type Job, load, type Measured } from './load.ts';
import type { Program } from './program.ts';
import type { BenchSettings } from './settings.ts';
import { median } from './table.ts';

export type Start = (folder: string) => Promise<Program>;

interface Measurement {
  readonly name: string;
  readonly median: Measured;
}

const CONNECTIONS = 32;
const WARM_UP_SECONDS = 1;

/** Runs `work` with a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Measures one job of several entrants, a round of each in turn, so that what else the machine does falls on all of
 * them; returns each one's median.
 */
export async function measureInTurn<E extends Pick<Entrant, 'program'>>(
  entrants: readonly E[],
  jobOf: (entrant: E) => Promise<Job | undefined> | Job | undefined,
  { seconds, rounds }: BenchSettings,
  connections = CONNECTIONS,
): Promise<Measurement[]> {
  const results = new Map<string, Measured[]>();
  for (let round = -1; round < rounds; round += 1) {
    for (const entrant of entrants) {
      const job = await jobOf(entrant);
      if (job === undefined) continue;
      const measured = await load(entrant.program, job, {
        seconds: round < 0 ? WARM_UP_SECONDS : seconds,
        connections,
      });
      if (round >= 0) results.set(entrant.program.name, [...(results.get(entrant.program.name) ?? []), measured]);
    }
  }
  return [...results].map(([name, all]) => ({
    name,
    median: {
      perSecond: median(all.map(({ perSecond }) => perSecond)),
      p50Ms: median(all.map(({ p50Ms }) => p50Ms)),
      p99Ms: median(all.map(({ p99Ms }) => p99Ms)),
      cpuMicroseconds: median(all.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    },
  }));
}

export function describe({ perSecond, p50Ms, p99Ms, cpuMicroseconds }: Measured): string {
  return `${Math.round(perSecond).toLocaleString('en-US')}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ${Math.round(cpuMicroseconds)} µs CPU`;
}
