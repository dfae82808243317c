import type { AccountId, ApiKeyId, Id, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Origin } from '../kernel/origin.ts';

/** Everything that is written down about who did what. The `oauth.` names are Dify's. */
export type AuditAction =
  | 'instance.set_up'
  | 'console.signed_in'
  | 'console.signed_out'
  | 'console.session_revoked'
  | 'console.refresh_token_reused'
  | 'account.created'
  | 'account.renamed'
  | 'account.email_changed'
  | 'account.password_changed'
  | 'account.password_reset'
  | 'account.password_reset_started'
  | 'account.lock_lifted'
  | 'account.sessions_ended'
  | 'account.banned'
  | 'account.unbanned'
  | 'account.closed'
  | 'account.deleted'
  | 'access.requested'
  | 'access.declined'
  | 'member.invited'
  | 'member.invitation_declined'
  | 'member.invitation_revoked'
  | 'member.joined'
  | 'member.role_changed'
  | 'member.removed'
  | 'workspace.created'
  | 'workspace.changed'
  | 'workspace.owner_changed'
  | 'workspace.deleted'
  | 'policy.changed'
  | 'policy.enforcement_confirmed'
  | 'policy.enforcement_reverted'
  | 'sso.connection_created'
  | 'sso.connection_changed'
  | 'sso.connection_deleted'
  | 'sso.domain_proven'
  | 'sso.tested'
  | 'sso.signed_out_by_provider'
  | 'identity.linked'
  | 'identity.unlinked'
  | 'settings.changed'
  | 'administration.signed_in'
  | 'administration.signed_out'
  | 'administrator.added'
  | 'administrator.removed'
  | 'administrator.link_cut'
  | 'api_key.created'
  | 'api_key.revoked'
  | 'mail.settings_changed'
  | 'mail.test_sent'
  | 'letter.read'
  | 'letter.retried'
  | 'letter.deleted'
  | 'webapp.created'
  | 'webapp.changed'
  | 'webapp.access_changed'
  | 'webapp.conditions_changed'
  | 'webapp.deleted'
  | 'webapp.link_created'
  | 'webapp.link_revoked'
  | 'webapp.entered'
  | 'group.created'
  | 'group.renamed'
  | 'group.deleted'
  | 'group.member_added'
  | 'group.member_removed'
  | 'external_user.refused'
  | 'external_user.readmitted'
  | 'oauth.device_flow_approved'
  | 'oauth.device_flow_denied'
  | 'oauth.device_flow_rejected'
  | 'oauth.device_code_cross_ip_poll'
  | 'oauth.session_created'
  | 'openapi.wrong_surface_denied'
  | 'oauth.session_revoked';

/** As what somebody acted; an operator acts at the server's shell. */
export type AuditActor = 'account' | 'administrator' | 'api_key' | 'operator' | 'nobody';

type Detail = string | number | boolean | null | readonly Detail[] | AuditDetails;

/** What else is true about it, never a secret; for a change of settings `before` and `after`. */
export interface AuditDetails {
  readonly [name: string]: Detail;
}

/** Who did what, when and from where; never a secret. */
export interface AuditEntry {
  readonly at: Date;
  readonly action: AuditAction;
  /** `null` when nobody was signed in. */
  readonly actorId: AccountId | ApiKeyId | null;
  /** Named where it is not what the id says: an account for itself, or nobody. */
  readonly actor?: Exclude<AuditActor, 'account' | 'nobody'>;
  /** Whom or what it was done to, where that is not the actor. */
  readonly subjectId?: Id<string>;
  /** In which workspace. */
  readonly workspaceId?: WorkspaceId;
  readonly origin: Origin;
  readonly details: AuditDetails;
}

export function actorOf({ actor, actorId }: Pick<AuditEntry, 'actor' | 'actorId'>): AuditActor {
  return actor ?? (actorId === null ? 'nobody' : 'account');
}
