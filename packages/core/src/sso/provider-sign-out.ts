import type { Platform } from '../kernel/platform.ts';
import type { ConsoleSession } from '../sessions/console-session.ts';
import { SsoRefusal } from './sso-refusal.ts';

/** Where a browser goes to sign out at the provider too, after a session that came from there; `undefined` if nowhere. */
export async function providerSignOut(
  { store, rules, sso }: Platform,
  { accountId, identityId }: Pick<ConsoleSession, 'accountId' | 'identityId'>,
): Promise<string | undefined> {
  if (identityId === null) return undefined;
  const identity = (await store.identities.listOf(accountId)).find(({ id }) => id === identityId);
  const connection = identity && (await store.ssoConnections.find(identity.connectionId));
  if (connection?.signsOutAtProvider !== true) return undefined;
  try {
    return (await (await sso.connector()).signOutAddress(connection, `${rules.publicUrl}/signin`)) ?? undefined;
  } catch (error) {
    // A provider that is down keeps nobody signed in here.
    if (error instanceof SsoRefusal) return undefined;
    throw error;
  }
}
