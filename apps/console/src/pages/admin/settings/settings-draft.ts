import { type Duration, durationOf, secondsOf } from '../../../admin/duration.ts';
import type { Settings } from './settings-query.ts';

/** How often something may happen, as it is typed. */
export interface LimitDraft {
  readonly max: string;
  readonly window: Duration;
}

/** The form of the settings, as it is typed. */
export interface SettingsDraft {
  readonly organisation: string;
  readonly contact: string;
  readonly publicUrl: string;
  readonly idle: Duration;
  readonly absolute: Duration;
  readonly passwordMinLength: string;
  readonly invitationHours: string;
  readonly retentionDays: string;
  readonly limits: Readonly<Record<string, LimitDraft>>;
}

export type SettingsProblem = 'url' | 'session' | 'order' | 'length' | 'hours' | 'days' | 'limit';

const SHORTEST_SESSION = 300;
const LONGEST_SESSION = 31_536_000;
const MOST_EVENTS = 1_000_000_000;

export function draftOf(settings: Settings): SettingsDraft {
  return {
    organisation: settings.organisation,
    contact: settings.contact,
    publicUrl: settings.public_url ?? '',
    idle: durationOf(settings.session.idle_seconds),
    absolute: durationOf(settings.session.absolute_seconds),
    passwordMinLength: String(settings.password_min_length),
    invitationHours: String(settings.invitation_hours),
    retentionDays: String(settings.attempts_retention_days),
    limits: Object.fromEntries(
      Object.entries(settings.limits).map(([name, { max, window_seconds }]) => [
        name,
        { max: String(max), window: durationOf(window_seconds) },
      ]),
    ),
  };
}

/** What the server would not take, by field; a limit by its name. */
export function problemsOf(draft: SettingsDraft): ReadonlyMap<string, SettingsProblem> {
  const { publicUrl, limits } = draft;
  const idle = secondsOf(draft.idle);
  const absolute = secondsOf(draft.absolute);
  const problems: (readonly [string, SettingsProblem | undefined])[] = [
    ['publicUrl', publicUrl.trim() === '' || isWebAddress(publicUrl.trim()) ? undefined : 'url'],
    ['idle', isWithin(idle, SHORTEST_SESSION, LONGEST_SESSION) ? undefined : 'session'],
    ['absolute', sessionProblem(idle, absolute)],
    ['passwordMinLength', isWithin(whole(draft.passwordMinLength), 8, 64) ? undefined : 'length'],
    ['invitationHours', isWithin(whole(draft.invitationHours), 1, 720) ? undefined : 'hours'],
    ['retentionDays', isWithin(whole(draft.retentionDays), 1, 3650) ? undefined : 'days'],
    ...Object.entries(limits).map(([name, limit]) => [`limits.${name}`, limitProblem(limit)] as const),
  ];
  return new Map(problems.flatMap(([name, problem]) => (problem === undefined ? [] : [[name, problem] as const])));
}

/** What is sent: only what differs from what is saved. */
export function changesOf(draft: SettingsDraft, settings: Settings) {
  const saved = draftOf(settings);
  const differs = (name: keyof SettingsDraft) => JSON.stringify(draft[name]) !== JSON.stringify(saved[name]);
  const limits = Object.entries(draft.limits).filter(
    ([name, limit]) => JSON.stringify(limit) !== JSON.stringify(saved.limits[name]),
  );
  const session = { idle_seconds: secondsOf(draft.idle), absolute_seconds: secondsOf(draft.absolute) };
  return {
    ...(differs('organisation') ? { organisation: draft.organisation.trim() } : {}),
    ...(differs('contact') ? { contact: draft.contact.trim() } : {}),
    ...(differs('publicUrl') ? { public_url: draft.publicUrl.trim() === '' ? null : draft.publicUrl.trim() } : {}),
    ...(differs('idle') || differs('absolute') ? { session } : {}),
    ...(differs('passwordMinLength') ? { password_min_length: Number(draft.passwordMinLength) } : {}),
    ...(differs('invitationHours') ? { invitation_hours: Number(draft.invitationHours) } : {}),
    ...(differs('retentionDays') ? { attempts_retention_days: Number(draft.retentionDays) } : {}),
    ...(limits.length === 0 ? {} : { limits: Object.fromEntries(limits.map(toWire)) }),
  };
}

function toWire([name, { max, window }]: readonly [string, LimitDraft]) {
  return [name, { max: Number(max), window_seconds: secondsOf(window) }] as const;
}

function sessionProblem(idle: number, absolute: number): SettingsProblem | undefined {
  if (!isWithin(absolute, SHORTEST_SESSION, LONGEST_SESSION)) return 'session';
  return absolute < idle ? 'order' : undefined;
}

function limitProblem({ max, window }: LimitDraft): SettingsProblem | undefined {
  return isWithin(whole(max), 0, MOST_EVENTS) && isWithin(secondsOf(window), 1, LONGEST_SESSION) ? undefined : 'limit';
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function whole(text: string): number {
  return /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
