const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago something was, or how far ahead it is; `undefined` within a minute of now. */
export function relativeTime(at: Date, now: Date, language: string): string | undefined {
  const seconds = (at.getTime() - now.getTime()) / 1_000;
  const found = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (found === undefined) return undefined;
  const [unit, size] = found;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}
