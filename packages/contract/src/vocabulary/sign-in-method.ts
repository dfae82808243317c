export const SIGN_IN_METHODS = ['password', 'email_code', 'sso'] as const;

/** The ways into a workspace that an administrator switches on and off. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];
