import type { WebAppId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { type AccessDecision, decideAccess } from './decide-access.ts';
import { requireManaged } from './require-managed.ts';
import type { Standing } from './webapp-store.ts';

export interface AccessExplanation {
  readonly decision: AccessDecision;
  /** `undefined`: nobody has the address, and the decision is about a stranger. */
  readonly account: Account | undefined;
  readonly standing: Standing | undefined;
}

/**
 * Why somebody can or cannot open a WebApp: the gate's own decision, for somebody who has signed in, has the link and
 * knows the passphrase.
 *
 * @throws DomainError `webapp_not_found`, `forbidden`.
 */
export async function explainAccess(
  { store, clock, rules }: Platform,
  actor: AdmittedSession,
  id: WebAppId,
  { email, ip }: { readonly email: string; readonly ip: string | undefined },
): Promise<AccessExplanation> {
  const webApp = await requireManaged(store, actor.account, id);
  const account = await store.accounts.findByEmail(email);
  const standing = account && (await store.webApps.standing(id, account.id));
  const decision = decideAccess(
    { ...webApp, needsShareLink: false },
    {
      visitor: standing?.visitor ?? { kind: 'nobody' },
      ip,
      externalConnectionId: rules.externalConnectionId,
      provenPassphrase: webApp.passphraseHash,
      shareLinkExpiresAt: null,
    },
    clock(),
  );
  return { decision, account, standing };
}
