import type { SsoConnectionId, WebAppRefusal } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { isInRange } from '../kernel/address-range.ts';
import type { ExternalUser } from './external-user.ts';
import type { PublishedWebApp } from './webapp.ts';

/** Who stands before a WebApp, as far as has been proven. */
export type Visitor =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'member';
      readonly account: Pick<Account, 'id' | 'name' | 'email' | 'status'>;
      /** Belongs to a workspace that is open. */
      readonly isMember: boolean;
      /** By name or by a group. */
      readonly isChosen: boolean;
      /** The names of their groups, as far as they are the WebApp's workspace's or of the whole instance. */
      readonly groups: readonly string[];
    }
  | {
      readonly kind: 'external';
      readonly user: Pick<ExternalUser, 'id' | 'connectionId' | 'name' | 'email' | 'refusedAt'>;
    };

export interface Situation {
  readonly visitor: Visitor;
  /** Text form of the visitor's address; `undefined` where it is not known yet and not asked for. */
  readonly ip: string | undefined;
  /** The connection that is chosen for external users; whoever came by another one has to come again. */
  readonly externalConnectionId: SsoConnectionId | null;
  /** The hash of the passphrase they knew. */
  readonly provenPassphrase: string | null;
  /** Until when the link works that they came by; `null` without one. */
  readonly shareLinkExpiresAt: Date | null;
}

export type AccessDecision =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: WebAppRefusal };

type Rules = Pick<
  PublishedWebApp,
  'isEnabled' | 'workspaceStatus' | 'accessMode' | 'passphraseHash' | 'addressRanges' | 'needsShareLink'
>;

/**
 * The one decision about who may open a WebApp: asked by the gate on every request, by Dify's wire, by "who can open
 * this" and by "why can this person not".
 *
 * | mode | nobody | active member | chosen member | external user |
 * |---|---|---|---|---|
 * | `public` | yes | yes | yes | yes |
 * | `private_all` | signs in | yes | yes | signs in as a member |
 * | `private` | signs in | no | yes | signs in as a member |
 * | `sso_verified` | signs in outside | signs in outside | signs in outside | yes, unless refused |
 *
 * A banned or closed account is let in nowhere, nor is an external user whom administrators refused. The conditions of a
 * WebApp come on top of its mode.
 */
export function decideAccess(webApp: Rules, situation: Situation, now: Date): AccessDecision {
  const reason = refuse(webApp, situation, now);
  return reason === undefined ? { kind: 'allowed' } : { kind: 'refused', reason };
}

function refuse(webApp: Rules, situation: Situation, now: Date): WebAppRefusal | undefined {
  const { ip, provenPassphrase, shareLinkExpiresAt } = situation;
  if (!webApp.isEnabled) return 'webapp_disabled';
  if (webApp.workspaceStatus !== 'normal') return 'webapp_workspace_archived';
  const ranges = webApp.addressRanges;
  if (ip !== undefined && ranges.length > 0 && !ranges.some((range) => isInRange(ip, range))) {
    return 'address_not_allowed';
  }
  const visitor = refuseVisitor(webApp, situation);
  if (visitor !== undefined) return visitor;
  if (webApp.needsShareLink && (shareLinkExpiresAt === null || now >= shareLinkExpiresAt)) return 'share_link_needed';
  if (webApp.passphraseHash !== null && provenPassphrase !== webApp.passphraseHash) return 'passphrase_needed';
  return undefined;
}

function refuseVisitor(
  { accessMode }: Pick<Rules, 'accessMode'>,
  { visitor, externalConnectionId }: Situation,
): WebAppRefusal | undefined {
  if (visitor.kind === 'member' && visitor.account.status !== 'active') return 'account_not_active';
  if (visitor.kind === 'external' && visitor.user.refusedAt !== null) return 'external_user_refused';
  switch (accessMode) {
    case 'public':
      return undefined;
    case 'sso_verified':
      if (externalConnectionId === null) return 'no_sso_connection';
      if (visitor.kind === 'external' && visitor.user.connectionId === externalConnectionId) return undefined;
      return 'external_sign_in_needed';
    case 'private_all':
    case 'private':
      if (visitor.kind !== 'member') return 'sign_in_needed';
      if (!visitor.isMember) return 'not_a_member';
      return accessMode === 'private_all' || visitor.isChosen ? undefined : 'not_chosen';
  }
}
