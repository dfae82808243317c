import type { PasswordHasher } from '../credentials/password-hasher.ts';
import type { LimitRules } from '../limits/limit-rules.ts';
import type { SessionLifetimes } from '../sessions/console-session.ts';
import type { Clock } from './clock.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store.ts';

/** Everything a use case is handed. */
export interface Platform {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwordHasher: PasswordHasher;
  readonly rules: PlatformRules;
}

/** The numbers an operator can set. */
export interface PlatformRules {
  readonly sessions: SessionLifetimes;
  readonly limits: LimitRules;
  readonly bearerTtlDays: number;
  /** Clients that may ask for device codes. */
  readonly deviceClientIds: readonly string[];
}
