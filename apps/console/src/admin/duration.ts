export const DURATION_UNITS = ['minutes', 'hours', 'days'] as const;

type DurationUnit = (typeof DURATION_UNITS)[number];

/** A length of time as it is typed. */
export interface Duration {
  readonly amount: string;
  readonly unit: DurationUnit;
}

const SECONDS = { minutes: 60, hours: 3_600, days: 86_400 } as const;

/** Seconds in the largest unit that divides them; what no unit divides is told in minutes with a fraction. */
export function durationOf(seconds: number): Duration {
  const unit = (['days', 'hours', 'minutes'] as const).find((one) => seconds % SECONDS[one] === 0) ?? 'minutes';
  return { amount: String(seconds / SECONDS[unit]), unit };
}

/** Not a number where none was typed. */
export function secondsOf({ amount, unit }: Duration): number {
  return /^\d{1,10}([.,]\d{1,3})?$/.test(amount.trim())
    ? Math.round(Number(amount.replace(',', '.')) * SECONDS[unit])
    : Number.NaN;
}
