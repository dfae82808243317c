import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Program } from './program.ts';

export interface Job {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** One body for every request, or more than a round can use. */
  readonly body?: string | readonly string[];
  /** The status of every answer; 200 unless named. */
  readonly status?: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server for one request, in microseconds. */
  readonly cpuMicroseconds: number;
}

interface Options {
  readonly seconds: number;
  readonly connections: number;
}

/** Loads a program with wrk from one thread. @throws Error when an answer has another status than the job says. */
export async function load(program: Program, job: Job, { seconds, connections }: Options): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  const script = join(folder, 'job.lua');
  writeFileSync(script, lua(job));
  const before = program.cpuMs();
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, program.base + job.path];
  const { stdout } = await promisify(execFile)('wrk', args, { maxBuffer: 1 << 24 });
  const cpuMs = program.cpuMs() - before;
  rmSync(folder, { recursive: true, force: true });
  const [, answered, wrong, microseconds, p50, p99] = /RESULT (\d+) (\d+) (\d+) (\d+) (\d+)/.exec(stdout) ?? [];
  const count = Number(answered);
  if (Number(wrong) > 0 || !(count > 0)) {
    throw new Error(`${program.name} ${job.path}: ${wrong} of ${answered} answers were not ${job.status ?? 200}`);
  }
  return {
    perSecond: count / (Number(microseconds) / 1e6),
    p50Ms: Number(p50) / 1000,
    p99Ms: Number(p99) / 1000,
    cpuMicroseconds: (cpuMs * 1000) / count,
  };
}

/** Statuses are looked at one by one; bodies that are used up void the round. */
function lua({ method = 'GET', headers = {}, body, status = 200 }: Job): string {
  const bodies = Array.isArray(body) ? body : undefined;
  const lines = [`wrk.method = ${JSON.stringify(method)}`];
  for (const [name, value] of Object.entries(headers))
    lines.push(`wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`);
  if (typeof body === 'string') lines.push(`wrk.body = ${JSON.stringify(body)}`);
  if (bodies !== undefined) {
    lines.push(`local bodies = {${bodies.map((text) => JSON.stringify(text)).join(',')}}`, 'local at = 0');
    lines.push(
      'function request() at = at + 1; if at > #bodies then wrong = wrong + 1 end; return wrk.format(nil, nil, nil, bodies[math.min(at, #bodies)]) end',
    );
  }
  lines.push('wrong = 0', 'function setup(thread) crew = thread end');
  lines.push(`function response(status) if status ~= ${status} then wrong = wrong + 1 end end`);
  lines.push(
    'function done(summary, latency) io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, crew:get("wrong"), summary.duration, latency:percentile(50), latency:percentile(99))) end',
  );
  return lines.join('\n');
}
