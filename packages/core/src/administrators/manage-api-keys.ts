import type { AdminScope, ApiKeyId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { type AdminActor, API_KEY_BYTES, API_KEY_PREFIX, type ApiKey, auditedAs } from './administrator.ts';

const DAY_SECONDS = 86_400;
/** Of the key itself, to recognise it by. */
const SHOWN_CHARACTERS = 6;

interface Wanted {
  readonly name: string;
  readonly scopes: readonly AdminScope[];
  /** `null`: it does not expire. */
  readonly expiresInDays: number | null;
}

/** Makes an API key; what is returned with it is told nowhere else. */
export async function createApiKey(
  { store, clock, secrets }: Platform,
  origin: Origin,
  actor: Extract<AdminActor, { kind: 'administrator' }>,
  { name, scopes, expiresInDays }: Wanted,
): Promise<{ readonly key: ApiKey; readonly token: string }> {
  const at = clock();
  const token = `${API_KEY_PREFIX}${secrets.newToken(API_KEY_BYTES)}`;
  const key: ApiKey = {
    id: secrets.newId<ApiKeyId>(),
    name,
    prefix: token.slice(0, API_KEY_PREFIX.length + SHOWN_CHARACTERS),
    tokenHash: secrets.digest(token),
    scopes: [...new Set(scopes)],
    createdBy: actor.account.id,
    createdAt: at,
    expiresAt: expiresInDays === null ? null : addSeconds(at, expiresInDays * DAY_SECONDS),
    lastUsedAt: null,
    revokedAt: null,
  };
  await store.transaction(async (stores) => {
    await stores.apiKeys.add(key);
    const details = { name, scopes: key.scopes, expires_in_days: expiresInDays };
    const entry = { at, ...auditedAs(actor), subjectId: key.id, origin, details };
    await stores.audit.append({ ...entry, action: 'api_key.created' });
  });
  return { key, token };
}

/** @throws DomainError `not_found`; of two at once one succeeds. */
export async function revokeApiKey(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: ApiKeyId,
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.apiKeys.revoke(id, at))) throw new DomainError('not_found');
    const entry = { at, ...auditedAs(actor), subjectId: id, origin, details: {} };
    await stores.audit.append({ ...entry, action: 'api_key.revoked' });
  });
}
