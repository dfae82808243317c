const noticed = new WeakMap<Error, Date>();

/** When to try again: counted from when a refusal was first looked at. The day is named unless it is today. */
export function retryTime(error: Error, seconds: number, language: string): string {
  const from = noticed.get(error) ?? new Date();
  noticed.set(error, from);
  const at = new Date(from.getTime() + seconds * 1_000);
  const isToday = at.toDateString() === from.toDateString();
  const format = isToday
    ? { timeStyle: 'short' as const }
    : { dateStyle: 'medium' as const, timeStyle: 'short' as const };
  return new Intl.DateTimeFormat(language, format).format(at);
}
