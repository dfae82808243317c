export const SIGN_IN_METHODS = ['password', 'email_code', 'sso'] as const;

/** The ways into a workspace that an administrator switches on and off. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** How somebody tried to get in: by one of these, by a link that was cut at the server's shell, or into a WebApp. */
export const ATTEMPT_METHODS = [...SIGN_IN_METHODS, 'link', 'webapp'] as const;

export type AttemptMethod = (typeof ATTEMPT_METHODS)[number];
