import { type SsoMemory, SsoRefusal } from '@latchkey/core';
import type { Claims } from './read-field.ts';

/** Where the person had to prove themselves anew: refuses a provider that let them through on an older proof. */
export function refuseStaleAuthentication(
  memory: SsoMemory,
  authenticatedAt: Date | null,
  clockSkewSeconds: number,
  claims: Claims,
): void {
  if (!memory.forceReauthentication) return;
  const earliest = Date.parse(memory.startedAt) - clockSkewSeconds * 1000;
  if (authenticatedAt !== null && authenticatedAt.getTime() >= earliest) return;
  const when = authenticatedAt?.toISOString() ?? 'at an unknown time';
  throw new SsoRefusal('authentication_too_old', `the person signed in at the provider ${when}`, { claims });
}
