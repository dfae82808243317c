/** What a person who was refused on the way through a provider can do about it. */
export type SsoTrouble =
  | 'again'
  | 'provider'
  | 'away'
  | 'off'
  | 'noAccount'
  | 'banned'
  | 'taken'
  | 'many'
  | 'stranger'
  | 'trust';

const TROUBLES: Readonly<Record<string, SsoTrouble>> = {
  state_mismatch: 'again',
  transaction_expired: 'again',
  unsolicited_answer: 'again',
  wrong_request: 'again',
  replayed: 'again',
  nonce_mismatch: 'again',
  authentication_too_old: 'again',
  provider_refused: 'provider',
  authentication_too_weak: 'provider',
  provider_unreachable: 'away',
  provider_too_slow: 'away',
  method_off: 'off',
  no_sso_connection: 'off',
  sso_connection_off: 'off',
  sso_connection_not_found: 'off',
  forbidden: 'off',
  sso_no_account: 'noAccount',
  account_not_found: 'noAccount',
  account_banned: 'banned',
  banned: 'banned',
  closed: 'banned',
  identity_taken: 'taken',
  authentication_failed: 'stranger',
  too_many_requests: 'many',
};

/** By the code that the server sent along; whatever else it says is for its administrators. */
export function ssoTrouble(code: string): SsoTrouble {
  return (Object.hasOwn(TROUBLES, code) ? TROUBLES[code] : undefined) ?? 'trust';
}
