import { durationOf } from './duration.ts';

const UNITS = { minutes: 'minute', hours: 'hour', days: 'day' } as const;

/** A length of time in the largest unit that divides it, in words; minutes are rounded up. */
export function durationWords(seconds: number, language: string): string {
  const { amount, unit } = durationOf(seconds);
  const format = new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[unit], unitDisplay: 'long' });
  return format.format(Math.ceil(Number(amount)));
}
