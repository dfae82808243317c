/** What still stands between somebody who has proven who they are and a session. */
export type SignInStep = 'new_password' | 'waiting';

interface Facts {
  /** They came by a password that was made for one sign-in. */
  readonly hasOneTimePassword: boolean;
  readonly hasWorkspace: boolean;
}

/** The next step of a sign-in; `undefined` when nothing is missing. */
export function nextStep({ hasOneTimePassword, hasWorkspace }: Facts): SignInStep | undefined {
  if (hasOneTimePassword) return 'new_password';
  return hasWorkspace ? undefined : 'waiting';
}
