import { WireError } from '@latchkey/sdk';

const SIGNED_OUT: readonly (string | undefined)[] = ['unauthorized', 'unauthorized_and_force_logout', 'no_session'];

/** Whether a refusal says that nobody is signed in, rather than that a password or a set-up is wrong. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof WireError && error.status === 401 && SIGNED_OUT.includes(error.code);
}
