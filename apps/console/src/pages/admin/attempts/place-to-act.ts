import type { SignInRule } from '@latchkey/contract/vocabulary';

type Place =
  | { readonly kind: 'member'; readonly accountId: string }
  | { readonly kind: 'methods' | 'sso' | 'mail' | 'settings' | 'administrators' | 'members' };

const PLACES: Readonly<Partial<Record<SignInRule, Exclude<Place['kind'], 'member'>>>> = {
  method_off: 'methods',
  sso_enforced: 'methods',
  registration_off: 'methods',
  limit_network: 'settings',
  limit_letters: 'mail',
  unknown_account: 'members',
  wrong_address: 'members',
  not_administrator: 'administrators',
  sso_connection_off: 'sso',
  sso_refused: 'sso',
  sso_no_account: 'members',
};

/** Where an administrator does something about a refusal: the account where the rule is about one, else a page. */
export function placeToAct(rule: SignInRule, accountId: string | null): Place | undefined {
  const kind = PLACES[rule];
  if (kind !== undefined) return { kind };
  return accountId === null ? undefined : { kind: 'member', accountId };
}
