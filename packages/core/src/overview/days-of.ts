import type { DayCount } from './overview.ts';
import { lastDays } from './utc-day.ts';

export interface OverviewDay {
  /** Its first instant. */
  readonly day: Date;
  readonly signedIn: number;
  readonly refused: number;
}

/** Every one of the last days, those on which nothing happened too. */
export function daysOf(attempts: readonly DayCount[], now: Date, count: number): OverviewDay[] {
  return lastDays(now, count).map((day) => {
    const ofDay = attempts.filter((attempt) => attempt.day.getTime() === day.getTime());
    const signedIn = total(ofDay.filter(({ rule }) => rule === null));
    return { day, signedIn, refused: total(ofDay) - signedIn };
  });
}

function total(counts: readonly DayCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
