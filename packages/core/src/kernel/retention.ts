/** For how long is kept what was written down; `null` is for good. */
export interface Retention {
  readonly attemptDays: number;
  readonly auditDays: number | null;
}

export const DEFAULT_RETENTION: Retention = { attemptDays: 90, auditDays: null };
