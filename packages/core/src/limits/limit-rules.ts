import type { LimitName } from '@latchkey/contract/vocabulary';

/** At most `max` events of a kind in `windowSeconds`; `max` 0 means no limit. */
export interface LimitRule {
  readonly max: number;
  readonly windowSeconds: number;
}

export const DEFAULT_LIMIT_RULES = {
  /** Device codes requested, by network. */
  'device-code': { max: 60, windowSeconds: 3600 },
  /** User codes looked up or shown, by network. */
  'device-lookup': { max: 60, windowSeconds: 300 },
  /** User codes approved or denied, by account. */
  'device-decision': { max: 10, windowSeconds: 3600 },
  /** Ways to an identity provider for approving a terminal, by network. */
  'device-sso': { max: 60, windowSeconds: 3600 },
  /** Terminals approved by one external user. */
  'device-external': { max: 10, windowSeconds: 3600 },
  /** Requests with one bearer token. */
  bearer: { max: 60, windowSeconds: 60 },
  /** Wrong passwords for one account from one network. */
  'password-account-network': { max: 6, windowSeconds: 86_400 },
  /** Wrong passwords from one network. */
  'password-network': { max: 100, windowSeconds: 3600 },
  /** Wrong passwords for one account from networks it was never signed in from, all of them together. */
  'password-account': { max: 100, windowSeconds: 86_400 },
  /** Wrong codes for one address from one network. */
  'code-account-network': { max: 6, windowSeconds: 86_400 },
  /** Wrong codes for one address from networks it was never signed in from, all of them together. */
  'code-account': { max: 100, windowSeconds: 86_400 },
  /** Letters asked for from one network. */
  'mail-network': { max: 50, windowSeconds: 60 },
  /** Sign-in codes asked for with one address; strangers and its owner's networks each by themselves. */
  'mail-sign-in-code': { max: 3, windowSeconds: 300 },
  /** Codes of each other purpose for one address. */
  'mail-code': { max: 1, windowSeconds: 60 },
  /** Addresses that one account asks about before it changes its own. */
  'email-lookup': { max: 20, windowSeconds: 3600 },
  /** Requests for access by one account. */
  'access-request': { max: 5, windowSeconds: 3600 },
  /** Invitations sent for one workspace. */
  'invitations-workspace': { max: 500, windowSeconds: 3600 },
  /** Tries at links that sign in or set a password, by network. */
  'link-network': { max: 30, windowSeconds: 3600 },
  /** Wrong passphrases for one WebApp from one network. */
  'webapp-passphrase': { max: 20, windowSeconds: 3600 },
  /** Round trips to identity providers started, and answers nobody asked for, by network. */
  'sso-start': { max: 120, windowSeconds: 300 },
  /** Sign-outs that identity providers announce, by network. */
  'sso-logout': { max: 600, windowSeconds: 60 },
  /** Requests with one API key. */
  'api-key': { max: 600, windowSeconds: 60 },
  /** Wrong set-up secrets from one network. */
  'set-up-secret': { max: 10, windowSeconds: 3600 },
} as const satisfies Record<LimitName, LimitRule>;

export type LimitRules = Readonly<Record<LimitName, LimitRule>>;
