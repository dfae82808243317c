const DAY_MS = 86_400_000;

/** The first instant of the day, by UTC. */
export function startOfDay(at: Date): Date {
  return new Date(at.getTime() - (at.getTime() % DAY_MS));
}

/** So many days, by their first instants, the last of which is that of `now`. */
export function lastDays(now: Date, count: number): Date[] {
  const today = startOfDay(now).getTime();
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * DAY_MS));
}
