/** The first instant of a day of this browser's calendar (`2026-11-21`), as the API has it. */
export function dayStart(day: string | undefined): string | undefined {
  return at(day, 0);
}

/** The first instant after it. */
export function dayEnd(day: string | undefined): string | undefined {
  return at(day, 1);
}

function at(day: string | undefined, later: number): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '');
  if (found === null) return undefined;
  const [, year, month, date] = found.map(Number);
  const instant = new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
