import type { AuditAction } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { collectableUntil, type GrantRefusal, refuseDecision } from './device-grant.ts';
import type { GrantDecision } from './device-grant-store.ts';

const ACTIONS: Record<GrantDecision['status'], AuditAction> = {
  approved: 'oauth.device_flow_approved',
  denied: 'oauth.device_flow_denied',
};

/**
 * Approves or denies a terminal. No token exists yet; it is made when the terminal collects it.
 *
 * @throws DomainError `expired_or_unknown`, `already_resolved`, `too_many_requests`; of any concurrent decisions about
 *   one code exactly one succeeds.
 */
export async function decideDeviceGrant(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  userCode: string,
  status: GrantDecision['status'],
): Promise<void> {
  const { store, clock, secrets } = platform;
  await countAgainstLimit(platform, 'device-decision', account.id);
  const now = clock();
  const refusal = await store.transaction(async (stores): Promise<GrantRefusal | undefined> => {
    const grant = await stores.deviceGrants.findByUserCode(secrets.digestCode(userCode));
    const refused = refuseDecision(grant, account.id, now);
    if (refused !== undefined || grant === undefined) return refused;
    const expiresAt = status === 'approved' ? collectableUntil(grant, now) : grant.expiresAt;
    if (!(await stores.deviceGrants.decide(grant.id, { status, accountId: account.id, expiresAt })))
      return 'already_resolved';
    const details = { client_id: grant.clientId, device_label: grant.deviceLabel, subject_email: account.email };
    await stores.audit.append({ at: now, action: ACTIONS[status], actorId: account.id, origin, details });
    return undefined;
  });
  if (refusal !== undefined) throw new DomainError(refusal);
}
