/** Where a sign-in leads to when not into a workspace. */
export const SIGN_IN_DOORS = ['administration', 'webapps'] as const;
