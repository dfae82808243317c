import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { ACCOUNT_TOKEN_PREFIX, type AdmittedBearer, admitsBearer, USE_RESOLUTION_SECONDS } from './bearer-session.ts';

/**
 * Admits the bearer of a token: session and account are read as they are now. Counts against the token's own limit
 * before the read, known or not.
 *
 * @throws DomainError `unauthorized`, `too_many_requests`.
 */
export async function authenticateBearer(platform: Platform, token: string): Promise<AdmittedBearer> {
  const { store, clock, secrets } = platform;
  if (!token.startsWith(ACCOUNT_TOKEN_PREFIX)) throw invalid();
  const hash = secrets.digest(token);
  await countAgainstLimit(platform, 'bearer', hash);
  const found = await store.bearerSessions.findAdmitted(hash);
  const now = clock();
  if (found === undefined || !admitsBearer(found, now)) throw invalid();
  const { id, lastUsedAt } = found.session;
  if (lastUsedAt === null || now >= addSeconds(lastUsedAt, USE_RESOLUTION_SECONDS))
    await store.bearerSessions.noteUse(id, now);
  return found;
}

function invalid(): DomainError {
  return new DomainError('unauthorized', { message: 'invalid bearer' });
}
