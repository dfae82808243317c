/** A time as servers of Dify's count it, in seconds since 1970; 0, `null` and nothing are no time. */
export function readTime(value: unknown): Date | undefined {
  return typeof value === 'number' && value !== 0 ? new Date(value * 1000) : undefined;
}
