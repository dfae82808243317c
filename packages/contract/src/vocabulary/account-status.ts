export const ACCOUNT_STATUSES = ['pending', 'uninitialized', 'active', 'banned', 'closed'] as const;

/** Where an account stands: invited, not yet initialised, in use, shut out by an administrator, ended by its owner. */
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];
