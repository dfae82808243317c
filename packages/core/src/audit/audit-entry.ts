import type { AccountId } from '@latchkey/contract/vocabulary';
import type { Origin } from '../kernel/origin.ts';

/** Everything that is written down about who did what. The `oauth.` names are Dify's. */
export type AuditAction =
  | 'instance.set_up'
  | 'console.signed_in'
  | 'console.signed_out'
  | 'console.session_revoked'
  | 'console.refresh_token_reused'
  | 'account.password_changed'
  | 'oauth.device_flow_approved'
  | 'oauth.device_flow_denied'
  | 'oauth.device_flow_rejected'
  | 'oauth.device_code_cross_ip_poll'
  | 'oauth.session_created'
  | 'oauth.session_revoked';

/** Who did what, when and from where; never a secret. */
export interface AuditEntry {
  readonly at: Date;
  readonly action: AuditAction;
  /** `null` when nobody was signed in. */
  readonly actorId: AccountId | null;
  readonly origin: Origin;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}
