import type { SsoConnectionId, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { CommonPasswords } from '../credentials/common-passwords.ts';
import type { PasswordHasher } from '../credentials/password-hasher.ts';
import type { LimitRules } from '../limits/limit-rules.ts';
import type { Mail } from '../outbox/mail.ts';
import type { MailSettings } from '../outbox/mail-settings.ts';
import type { SessionLifetimes } from '../sessions/console-session.ts';
import type { SsoProviders } from '../sso/sso-providers.ts';
import type { Clock } from './clock.ts';
import type { Secrets } from './secrets.ts';
import type { Store } from './store.ts';

/** Everything a use case is handed. */
export interface Platform {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwordHasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly mail: Mail;
  readonly sso: SsoProviders;
  readonly rules: PlatformRules;
}

/** What operator and administrators have set, as it is now; a change of theirs shows here within seconds. */
export interface PlatformRules {
  /** Shown on sign-in pages and in letters; empty for the product's name. */
  readonly organisation: string;
  /** Whom to ask. */
  readonly contact: string;
  /** An origin, what links are made of; never taken from a request. */
  readonly publicUrl: string;
  readonly passwordMinLength: number;
  readonly invitationHours: number;
  readonly attemptsRetentionDays: number;
  readonly defaultWorkspaceId: WorkspaceId | null;
  /** Through which external users open WebApps. */
  readonly externalConnectionId: SsoConnectionId | null;
  readonly sessions: SessionLifetimes;
  readonly limits: LimitRules;
  readonly bearerTtlDays: number;
  /** Domains of which the operator says that they are the organisation's; in ASCII. */
  readonly provenDomains: readonly string[];
  /** Clients that may ask for device codes. */
  readonly deviceClientIds: readonly string[];
  /** The mail server, when the operator has set it and no page can change it. */
  readonly mail: MailSettings | undefined;
}
