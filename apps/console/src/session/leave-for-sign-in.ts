import { signInPath } from './sign-in-path.ts';

/** Leaves for the sign-in page, with nothing of the session left in memory, to come back here afterwards. */
export function leaveForSignIn(): void {
  location.assign(signInPath(location.pathname + location.search + location.hash));
}
