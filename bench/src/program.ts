import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A server that runs as a process of its own. */
export interface Program {
  readonly name: string;
  readonly base: string;
  readonly pid: number;
  /** Milliseconds of processor time so far. */
  cpuMs(): number;
  /** Resident memory now, in megabytes. */
  residentMb(): number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const CLOCK_TICK_MS = 10;

/** Starts a program and waits for the line that tells its address. */
export async function startProgram(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [stdout, stderr] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const address = (): string | undefined => /(?:ready|Address)\s+(http\S+)\n/.exec(stdout)?.[1];
  while (address() === undefined) {
    const ended = await Promise.race([
      once(child.stdout, 'data').then(() => false),
      once(child, 'exit').then(() => true),
    ]);
    if (ended) throw new Error(`${name} ended: ${stderr}`);
  }
  return programOf(name, address() ?? '', child);
}

/** A process that runs, as the benchmarks see it; it ends with them. */
export function programOf(name: string, base: string, child: ChildProcess): Program {
  const pid = child.pid ?? 0;
  running.add(child);
  return {
    name,
    base,
    pid,
    cpuMs() {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
    },
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      running.delete(child);
    },
  };
}

const PROGRAMS = join(import.meta.dirname, 'programs');
const SERVER = join(import.meta.dirname, '../../apps/server/dist/latchkey.mjs');
/** The limits would end every load; they are off here for everybody. */
const NO_LIMITS =
  'bearer=off,device-code=off,device-lookup=off,device-decision=off,password-account-network=off,password-network=off';
/** So high that they only count. */
const HIGH_LIMITS = NO_LIMITS.replaceAll('=off', '=999999999/3600');

/** Everyone who takes part, by how they are started on a data folder. */
export const PROGRAM = {
  latchkey: (folder: string) => startLatchkey('Latchkey', folder, NO_LIMITS),
  /** The gate answers the questions of trusted proxies only. */
  latchkeyForProxies: (folder: string) =>
    startLatchkey('Latchkey', folder, NO_LIMITS, { LATCHKEY_TRUSTED_PROXIES: 'loopback' }),
  latchkeyCounting: (folder: string) => startLatchkey('Latchkey, limits counting', folder, HIGH_LIMITS),
  floor: (folder: string) => startProgram('floor', [join(PROGRAMS, 'floor.ts'), join(folder, 'floor.db')]),
  betterAuth: (folder: string) =>
    startProgram('better-auth', [join(PROGRAMS, 'better-auth.ts'), join(folder, 'better-auth.db')]),
  oidcProvider: () => startProgram('oidc-provider', [join(PROGRAMS, 'oidc-provider.ts')]),
  application: () => startProgram('application', [join(PROGRAMS, 'application.ts')]),
};

/** As `npx latchkey` starts it. */
function startLatchkey(
  name: string,
  folder: string,
  limits: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const args = ['--max-semi-space-size=8', SERVER, 'serve', '--port', '0', '--data-dir', join(folder, 'latchkey')];
  return startProgram(name, args, {
    LATCHKEY_LIMITS: limits,
    LATCHKEY_LOG_LEVEL: 'error',
    ...env,
  });
}
