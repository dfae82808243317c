import type { IdentityRule, SignInRule } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';

/** What is known about somebody whom a provider vouches for, as it is now. */
export interface IdentityFacts {
  /** Whose the identity is already. */
  readonly linked: Account | undefined;
  /** The account that has the address which the provider names. */
  readonly sameAddress: Account | undefined;
  /** The provider vouches for the address. */
  readonly isVerified: boolean;
  /** Somebody invited the address, and the invitation is open. */
  readonly isInvited: boolean;
  /** They came by the link in the letter to this address. */
  readonly bringsLetter: boolean;
  /** The address's domain is proven to be the organisation's. */
  readonly isDomainProven: boolean;
  /** The connection, its domains and the policy let an account begin with this address. */
  readonly mayCreate: boolean;
  /** There is another way in by which somebody could prove an account. */
  readonly canProve: boolean;
}

export type AccountDecision =
  /** Is linked already. */
  | { readonly kind: 'signs_in'; readonly account: Account }
  | { readonly kind: 'links'; readonly account: Account; readonly rule: IdentityRule }
  /** Has to prove another way into the account that is theirs. */
  | { readonly kind: 'proves' }
  | { readonly kind: 'creates' }
  | { readonly kind: 'refused'; readonly rule: SignInRule };

/**
 * The one decision about whose account it is. The first row that fits counts:
 *
 * | # | the identity | becomes |
 * |---|---|---|
 * | 1 | is linked | that account, unless it is banned or closed |
 * | 2 | names an invited address, and the provider or the letter vouches for it | the invited account |
 * | 3 | vouches for the address of an account, and its domain is proven | that account, unless banned or closed |
 * | 4 | vouches for the address of an account | nobody, until another way into the account is proven |
 * | 5 | vouches for an address without an account, or of one that never came | a new account, where they may begin |
 * | 6 | vouches for such an address, where none may begin | refused |
 * | 7 | vouches for no address | as 4: the same whether the address is known or not |
 *
 * An address that nobody vouches for links nothing and tells nothing. Where 4 and 7 have no other way in, they refuse.
 */
export function decideAccount(facts: IdentityFacts): AccountDecision {
  const { linked, sameAddress, isVerified, isInvited, bringsLetter, isDomainProven, mayCreate, canProve } = facts;
  if (linked !== undefined) return refuseClosed(linked) ?? { kind: 'signs_in', account: linked };
  if (sameAddress?.status === 'pending' && isInvited && (isVerified || bringsLetter)) {
    return { kind: 'links', account: sameAddress, rule: 'invitation' };
  }
  const other: AccountDecision = canProve ? { kind: 'proves' } : { kind: 'refused', rule: 'sso_no_account' };
  if (!isVerified) return other;
  if (sameAddress !== undefined && sameAddress.status !== 'pending') {
    if (!isDomainProven) return other;
    return refuseClosed(sameAddress) ?? { kind: 'links', account: sameAddress, rule: 'proven_domain' };
  }
  if (!mayCreate) return { kind: 'refused', rule: 'sso_no_account' };
  return sameAddress === undefined ? { kind: 'creates' } : { kind: 'links', account: sameAddress, rule: 'created' };
}

function refuseClosed({ status }: Account): AccountDecision | undefined {
  return status === 'banned' || status === 'closed' ? { kind: 'refused', rule: status } : undefined;
}
