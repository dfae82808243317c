import { WireError } from '@latchkey/sdk';

/** What the server has against a password, beyond the rule that is known before it is sent. */
export function refusedPassword(error: unknown): 'password_too_short' | 'password_too_common' | undefined {
  if (!(error instanceof WireError)) return undefined;
  return error.code === 'password_too_short' || error.code === 'password_too_common' ? error.code : undefined;
}
