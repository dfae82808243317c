import { join } from 'node:path';
import { latchkey } from '../entrants.ts';
import { describe, inFolder, measureInTurn } from '../in-turn.ts';
import type { Job, Measured } from '../load.ts';
import { startNginx } from '../nginx.ts';
import { PROGRAM, type Program } from '../program.ts';
import type { BenchSettings, Question } from '../settings.ts';
import { times } from '../table.ts';
import { enterWebApp } from '../visitor.ts';

/** One at a time: what is asked is how long a request takes, not how many fit. */
const ONE_CONNECTION = 1;

/** G1: whether a signed-in member may open a WebApp, asked as another proxy asks, beside the check of their session. */
export const gateDecision: Question = (settings) =>
  inFolder(async (folder) => {
    const application = await PROGRAM.application();
    const server = await PROGRAM.latchkeyForProxies(join(folder, 'server'));
    const { session } = await latchkey(server);
    const { asked } = await enterWebApp(server, application.base, session?.headers ?? {});
    const measured = await measureAll({ session: [server, session], gate: [server, asked] }, settings);
    await Promise.all([application, server].map((program) => program.stop()));
    const [check, gate] = [of(measured, 'session'), of(measured, 'gate')];
    const ratio = check.perSecond / gate.perSecond;
    return [
      {
        job: 'G1 decide about a signed-in member at a WebApp',
        target: '≤ 1.5 × the check of a console session',
        latchkey: describe(gate),
        floor: '',
        peers: `its check of a console session: ${describe(check)}`,
        ratios: `${times(ratio)} the check of a console session`,
        isMet: ratio <= 1.5,
      },
    ];
  });

/** G2: a member's request through the built-in proxy, beside the same request to the application itself. */
export const gateProxy: Question = (settings) =>
  inFolder(async (folder) => {
    const application = await PROGRAM.application();
    const handler = await PROGRAM.application();
    const server = await PROGRAM.latchkeyForProxies(join(folder, 'server'));
    const nginx = await startNginx(folder, { application: application.base, handler: handler.base });
    const { session } = await latchkey(server);
    const { proxied } = await enterWebApp(server, application.base, session?.headers ?? {});
    const plain: Job = { path: '/', headers: proxied.headers ?? {} };
    const measured = await measureAll(
      { direct: [application, plain], gate: [server, proxied], nginx: [nginx, plain] },
      settings,
      ONE_CONNECTION,
    );
    await Promise.all([application, handler, server, nginx].map((program) => program.stop()));
    const [direct, gate, peer] = [of(measured, 'direct'), of(measured, 'gate'), of(measured, 'nginx')];
    const added = gate.p50Ms - direct.p50Ms;
    return [
      {
        job: 'G2 request through the gate, one at a time',
        target: '< 1 ms more than a direct one at p50',
        latchkey: latency(gate),
        floor: `direct: ${latency(direct)}`,
        peers: `nginx \`auth_request\` that asks a trivial handler: ${latency(peer)}`,
        ratios: `${milliseconds(added)} more than direct; nginx ${milliseconds(peer.p50Ms - direct.p50Ms)} more`,
        isMet: added < 1,
      },
    ];
  });

type Measurements = Awaited<ReturnType<typeof measureInTurn>>;

function measureAll(
  jobs: Readonly<Record<string, readonly [Program, Job | undefined]>>,
  settings: BenchSettings,
  connections?: number,
): Promise<Measurements> {
  const entrants = Object.entries(jobs).map(([name, [program, job]]) => ({ program: { ...program, name }, job }));
  return measureInTurn(entrants, ({ job }) => job, settings, connections);
}

function of(measurements: Measurements, name: string): Measured {
  const found = measurements.find((measurement) => measurement.name === name)?.median;
  if (found === undefined) throw new Error(`${name} was not measured`);
  return found;
}

function latency({ p50Ms, p99Ms }: Measured): string {
  return `p50 ${milliseconds(p50Ms)}, p99 ${milliseconds(p99Ms)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}
