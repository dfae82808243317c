import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { USE_RESOLUTION_SECONDS } from './bearer-session.ts';
import { type AdmittedExternal, admitsExternal, EXTERNAL_TOKEN_PREFIX } from './external-session.ts';

/**
 * Admits an external user by the token of their terminal; session and person are read as they are now.
 *
 * @throws DomainError `unauthorized`, `too_many_requests`.
 */
export async function authenticateExternal(platform: Platform, token: string): Promise<AdmittedExternal> {
  const { store, clock, secrets, rules } = platform;
  if (!token.startsWith(EXTERNAL_TOKEN_PREFIX)) throw invalid();
  const hash = secrets.digest(token);
  await countAgainstLimit(platform, 'bearer', hash);
  const found = await store.externalSessions.findAdmitted(hash);
  const now = clock();
  if (found === undefined || !admitsExternal(found, rules.externalConnectionId, now)) throw invalid();
  const { id, lastUsedAt } = found.session;
  if (lastUsedAt === null || now >= addSeconds(lastUsedAt, USE_RESOLUTION_SECONDS)) {
    await store.externalSessions.noteUse(id, now);
  }
  return found;
}

function invalid(): DomainError {
  return new DomainError('unauthorized', { message: 'invalid bearer' });
}
