import { betterAuth, type Entrant, floor, latchkey, oidcProvider } from '../entrants.ts';
import { describe, inFolder, measureInTurn } from '../in-turn.ts';
import type { Job } from '../load.ts';
import { PROGRAM } from '../program.ts';
import type { BenchSettings, Question } from '../settings.ts';
import { type Row, times } from '../table.ts';

interface Job4 {
  readonly name: string;
  readonly jobOf: (entrant: Entrant) => Promise<Job | undefined> | Job | undefined;
  /** How many times each of the others Latchkey has to reach. */
  readonly reach: Readonly<Record<string, number>>;
  /** Whether Latchkey is measured with its limits counting, too. */
  readonly isLimited: boolean;
}

/** P1: verify a console session, with revocation and the account's status really checked. */
export const consoleSession: Question = (settings) =>
  compare(
    {
      name: 'P1 verify a console session',
      jobOf: ({ session }) => session,
      reach: { floor: 0.8, 'better-auth': 18 },
      isLimited: false,
    },
    settings,
  );

/** P3: verify a bearer session. */
export const bearerSession: Question = (settings) =>
  compare(
    {
      name: 'P3 verify a bearer session',
      jobOf: ({ bearer }) => bearer,
      reach: { floor: 0.7, 'better-auth': 25, 'oidc-provider': 3 },
      isLimited: true,
    },
    settings,
  );

/** P5: a device code, surviving SIGKILL. */
export const deviceCode: Question = (settings) =>
  compare(
    {
      name: 'P5 device code request',
      jobOf: ({ code }) => code,
      reach: { floor: 0.8, 'better-auth': 8, 'oidc-provider': 1 },
      isLimited: true,
    },
    settings,
  );

/** More pending codes than a round of one second can poll: a code polled twice in five seconds would be slowed. */
const POLLS: Readonly<Record<string, number>> = { 'better-auth': 2500, 'oidc-provider': 30_000 };
const MOST_POLLS = 30_000;
const POLL_ROUND_SECONDS = 1;

/** P6: a device poll while pending. */
export const devicePoll: Question = (settings) =>
  compare(
    {
      name: 'P6 device poll, pending',
      jobOf: (entrant) => entrant.poll(POLLS[entrant.program.name] ?? MOST_POLLS),
      reach: { floor: 0.8, 'better-auth': 14, 'oidc-provider': 1.7 },
      isLimited: false,
    },
    { ...settings, seconds: POLL_ROUND_SECONDS },
  );

async function compare({ name, jobOf, reach, isLimited }: Job4, settings: BenchSettings): Promise<Row[]> {
  return inFolder(async (folder) => {
    const entrants = [
      await latchkey(await PROGRAM.latchkey(folder)),
      await floor(await PROGRAM.floor(folder)),
      await betterAuth(await PROGRAM.betterAuth(folder)),
      await oidcProvider(await PROGRAM.oidcProvider()),
      ...(isLimited ? [await latchkey(await PROGRAM.latchkeyCounting(`${folder}/counting`))] : []),
    ];
    const measurements = await measureInTurn(entrants, jobOf, settings);
    await Promise.all(entrants.map(({ program }) => program.stop()));
    const of = (program: string) => measurements.find((measurement) => measurement.name === program)?.median;
    const ours = of('Latchkey');
    const lowest = of('floor');
    if (ours === undefined || lowest === undefined) throw new Error(`${name} was not measured`);
    const ratios = Object.entries(reach).flatMap(([program, factor]) => {
      const other = of(program);
      return other === undefined ? [] : [{ program, factor, ratio: ours.perSecond / other.perSecond }];
    });
    const peers = ['better-auth', 'oidc-provider'].flatMap((peer) => {
      const measured = of(peer);
      return measured === undefined ? [] : [`${peer}: ${describe(measured)}`];
    });
    const row: Row = {
      job: name,
      target: ratios.map(({ program, factor }) => `≥ ${factor} × ${program}`).join(', '),
      latchkey: describe(ours),
      floor: describe(lowest),
      peers: peers.join('<br>'),
      ratios: ratios.map(({ program, ratio }) => `${times(ratio)} ${program}`).join(', '),
      isMet: ratios.every(({ ratio, factor }) => ratio >= factor),
    };
    const counting = of('Latchkey, limits counting');
    if (counting === undefined) return [row];
    const alone = {
      target: '',
      floor: '',
      peers: '',
      ratios: `${times(counting.perSecond / lowest.perSecond)} floor`,
      isMet: undefined,
    };
    return [row, { job: `${name}, each counted against its limit`, latchkey: describe(counting), ...alone }];
  });
}
