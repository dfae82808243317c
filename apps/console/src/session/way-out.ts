import { WireError } from '@latchkey/sdk';
import { isSignedOut } from './is-signed-out.ts';
import { signInPath } from './sign-in-path.ts';

const NOT_SET_UP: readonly (string | undefined)[] = ['not_setup', 'not_init_validated'];

/** Where a person goes on when a page can do nothing for them: nobody is signed in, or nothing is set up yet. */
export function wayOut(error: unknown, here: string): string | undefined {
  if (isSignedOut(error)) return signInPath(here);
  return error instanceof WireError && NOT_SET_UP.includes(error.code) ? '/setup' : undefined;
}
