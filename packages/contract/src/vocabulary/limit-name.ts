/** What is counted against a limit, those that people meet first at the top. */
export const LIMIT_NAMES = [
  'password-account-network',
  'password-network',
  'password-account',
  'code-account-network',
  'code-account',
  'mail-network',
  'mail-sign-in-code',
  'mail-code',
  'invitations-workspace',
  'access-request',
  'email-lookup',
  'link-network',
  'sso-start',
  'sso-logout',
  'device-code',
  'device-lookup',
  'device-decision',
  'device-sso',
  'device-external',
  'bearer',
  'api-key',
  'webapp-passphrase',
  'set-up-secret',
] as const;

export type LimitName = (typeof LIMIT_NAMES)[number];
