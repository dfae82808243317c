/** The date of a column that may be empty. */
export function dateOrNull(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

/** The column of a date that may be missing. */
export function msOrNull(date: Date | null): number | null {
  return date === null ? null : date.getTime();
}
