import type { AdminScope } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import type { AdmittedAdminSession } from './admin-session-store.ts';
import { ADMIN_SESSION_IDLE_SECONDS, type AdminActor } from './administrator.ts';

/** `last_used_at` is written at most this often. */
const USE_RESOLUTION_SECONDS = 60;

/**
 * Admits a session of the administration; session, account and list are read as they are now.
 *
 * @throws DomainError `unauthorized`.
 */
export async function authenticateAdministrator(
  { store, clock, secrets }: Platform,
  token: string,
): Promise<AdmittedAdminSession> {
  const found = await store.adminSessions.findAdmitted(secrets.digest(token));
  const now = clock();
  if (found === undefined || !found.isAdministrator || found.account.status !== 'active') throw unauthorized();
  const { id, expiresAt, lastUsedAt, revokedAt } = found.session;
  const isOver = now >= expiresAt || now >= addSeconds(lastUsedAt, ADMIN_SESSION_IDLE_SECONDS);
  if (revokedAt !== null || isOver) throw unauthorized();
  if (now >= addSeconds(lastUsedAt, USE_RESOLUTION_SECONDS)) await store.adminSessions.noteUse(id, now);
  return found;
}

/**
 * Admits the bearer of an API key that has the scope; counts against the key's own limit before the read. A key ends
 * with its maker's place on the list.
 *
 * @throws DomainError `unauthorized`, `forbidden` (without the scope), `too_many_requests`.
 */
export async function authenticateApiKey(
  platform: Platform,
  token: string,
  scope: AdminScope | undefined,
): Promise<AdminActor> {
  const { store, clock, secrets } = platform;
  const hash = secrets.digest(token);
  await countAgainstLimit(platform, 'api-key', hash);
  const found = await store.apiKeys.findAdmitted(hash);
  const now = clock();
  if (found === undefined || !found.isAdministrator || found.account.status !== 'active') throw unauthorized();
  const { key, account } = found;
  if (key.revokedAt !== null || (key.expiresAt !== null && now >= key.expiresAt)) throw unauthorized();
  if (scope === undefined || !key.scopes.includes(scope)) {
    throw new DomainError('forbidden', { message: `This API key does not have the scope ${scope ?? 'of a person'}.` });
  }
  if (key.lastUsedAt === null || now >= addSeconds(key.lastUsedAt, USE_RESOLUTION_SECONDS)) {
    await store.apiKeys.noteUse(key.id, now);
  }
  return { kind: 'api_key', account, key };
}

function unauthorized(): DomainError {
  return new DomainError('unauthorized', { message: 'Sign in to the administration.' });
}
