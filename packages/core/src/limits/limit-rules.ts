/** At most `max` events of a kind in `windowSeconds`; `max` 0 means no limit. */
export interface LimitRule {
  readonly max: number;
  readonly windowSeconds: number;
}

export const DEFAULT_LIMIT_RULES = {
  /** Device codes requested, by network. */
  'device-code': { max: 60, windowSeconds: 3600 },
  /** User codes looked up, by network. */
  'device-lookup': { max: 60, windowSeconds: 300 },
  /** User codes shown, approved or denied, by account. */
  'device-decision': { max: 10, windowSeconds: 3600 },
  /** Requests with one bearer token. */
  bearer: { max: 60, windowSeconds: 60 },
  /** Wrong passwords for one account from one network. */
  'password-account-network': { max: 6, windowSeconds: 86_400 },
  /** Wrong passwords from one network. */
  'password-network': { max: 100, windowSeconds: 3600 },
  /** Wrong set-up secrets from one network. */
  'set-up-secret': { max: 10, windowSeconds: 3600 },
} as const satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof DEFAULT_LIMIT_RULES;

export type LimitRules = Readonly<Record<LimitName, LimitRule>>;
