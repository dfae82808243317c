import { administer } from './administer.ts';
import type { Server } from './server.ts';

interface Switches {
  readonly email_password: boolean;
  readonly email_code: boolean;
  readonly sso: boolean;
  readonly sso_enforced: boolean;
  readonly allow_registration: boolean;
  readonly create_personal_spaces: boolean;
}

/** Switches ways in on and off, as a system administrator does. */
export async function setSignInPolicy(
  server: Server,
  switches: Partial<Switches>,
  administrator?: Parameters<typeof administer>[1],
): Promise<void> {
  const act = await administer(server, administrator);
  await act('PUT', '/sign-in-policy', { ...(await act('GET', '/sign-in-policy')), ...switches });
}
