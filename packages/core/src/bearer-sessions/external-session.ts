import type { BearerSessionId, ExternalUserId, SsoConnectionId } from '@latchkey/contract/vocabulary';
import type { ExternalUser } from '../webapps/external-user.ts';

/** A terminal of somebody known only to an identity provider: an opaque token `dfoe_…`. */
export interface ExternalSession {
  readonly id: BearerSessionId;
  readonly externalUserId: ExternalUserId;
  /** Who vouched for them. */
  readonly issuer: string;
  readonly clientId: string;
  readonly deviceLabel: string;
  readonly prefix: string;
  readonly tokenHash: string;
  readonly ip: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface AdmittedExternal {
  readonly session: ExternalSession;
  readonly user: ExternalUser;
}

export const EXTERNAL_TOKEN_PREFIX = 'dfoe_';
/** What such a token may do; Dify's names. */
export const EXTERNAL_SCOPES = ['apps:run', 'apps:read:permitted-external'] as const;

/** Whether it works now: while its owner is not refused and comes by the connection that is chosen for external users. */
export function admitsExternal(
  { session, user }: AdmittedExternal,
  externalConnectionId: SsoConnectionId | null,
  now: Date,
): boolean {
  const isLive = session.revokedAt === null && now < session.expiresAt;
  return isLive && user.refusedAt === null && user.connectionId === externalConnectionId;
}
