import type { Account } from '../accounts/account.ts';
import type { Platform } from '../kernel/platform.ts';
import { decideAccess } from './decide-access.ts';
import type { PublishedWebApp } from './webapp.ts';

/** The WebApps that an account may open, by name; passphrase, link and address are asked when it opens one. */
export async function listMyWebApps(
  { store, clock, rules }: Platform,
  { id }: Pick<Account, 'id'>,
): Promise<PublishedWebApp[]> {
  const now = clock();
  const standings = await store.webApps.listStandings(id);
  return standings
    .filter(({ webApp, visitor }) => {
      const provenPassphrase = webApp.passphraseHash;
      const { externalConnectionId } = rules;
      const situation = { visitor, ip: undefined, externalConnectionId, provenPassphrase, shareLinkExpiresAt: null };
      return decideAccess({ ...webApp, needsShareLink: false }, situation, now).kind === 'allowed';
    })
    .map(({ webApp }) => webApp);
}
