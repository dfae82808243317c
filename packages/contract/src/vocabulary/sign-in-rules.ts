/**
 * The rules that refuse a sign-in. The person reads an error code, which may hide what is true; the administrator reads
 * the rule among the sign-in attempts, and the pages say what it means and what to do.
 */
export const SIGN_IN_RULES = [
  // The sign-in policy.
  'method_off',
  'sso_enforced',
  'registration_off',

  // Limits and locks.
  'limit_network',
  'limit_account_network',
  'limit_account',
  'limit_letters',

  // What was shown as proof.
  'unknown_account',
  'no_password',
  'wrong_password',
  'one_time_password_expired',
  'wrong_code',
  'wrong_address',
  'expired_code',
  'expired_link',

  // Whose account it is.
  'banned',
  'closed',
  'no_workspace',
  'new_password_needed',
  'not_administrator',

  // Single sign-on; `details.code` names the provider's or the connection's own reason.
  'sso_connection_off',
  'sso_refused',
  'sso_no_account',

  // The gate of a WebApp; `details.reason` says what it found.
  'webapp_refused',

  // Written down before rules were.
  'other',
] as const;

export type SignInRule = (typeof SIGN_IN_RULES)[number];
