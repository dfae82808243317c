import { adminApi } from '@latchkey/contract';
import type { AccountId, ApiKeyId } from '@latchkey/contract/vocabulary';
import {
  type AdmittedAdminSession,
  type ApiKey,
  addAdministrator,
  createApiKey,
  DomainError,
  hasWayIn,
  removeAdministrator,
  revokeApiKey,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

const SUCCESS = { result: 'success' } as const;

export function administratorRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store } = platform;

  implement(adminApi.listAdministrators)(async ({ actor }) => {
    asPerson(actor);
    const all = await store.administrators.list();
    return {
      data: all.map(({ account, addedAt, ...ways }) => ({
        account_id: account.id,
        name: account.name,
        email: account.email,
        status: account.status,
        has_way_in: hasWayIn({ account, ...ways }),
        added_at: addedAt.toISOString(),
        last_sign_in_at: account.lastSignInAt?.toISOString() ?? null,
      })),
    };
  });

  implement(adminApi.addAdministrator)(async ({ actor, origin, body }) => {
    await addAdministrator(platform, origin, asPerson(actor), body.email);
    return SUCCESS;
  });

  implement(adminApi.removeAdministrator)(async ({ actor, origin, params }) => {
    await removeAdministrator(platform, origin, asPerson(actor), params.account_id as AccountId);
    return SUCCESS;
  });

  implement(adminApi.listApiKeys)(async ({ actor }) => {
    asPerson(actor);
    return { data: (await store.apiKeys.list()).map(({ makerName, ...key }) => wireKey(key, makerName)) };
  });

  implement(adminApi.createApiKey)(async ({ actor, origin, body }) => {
    const person = asPerson(actor);
    const wanted = { name: body.name, scopes: body.scopes, expiresInDays: body.expires_in_days };
    const { key, token } = await createApiKey(platform, origin, person, wanted);
    return { ...wireKey(key, person.account.name), key: token };
  });

  implement(adminApi.revokeApiKey)(async ({ actor, origin, params }) => {
    await revokeApiKey(platform, origin, asPerson(actor), params.api_key_id as ApiKeyId);
    return SUCCESS;
  });
}

/** Whoever came by a one-time password does nothing before it is replaced. */
function asPerson({ account, session, hasOneTimePassword }: AdmittedAdminSession) {
  if (hasOneTimePassword) throw new DomainError('forbidden', { message: 'Replace your one-time password first.' });
  return { kind: 'administrator' as const, account, session };
}

function wireKey(key: ApiKey, createdBy: string) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: [...key.scopes],
    created_by: createdBy,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
  };
}
