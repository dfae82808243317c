import { adminApi } from '@latchkey/contract';
import type { AccountId, IdentityId } from '@latchkey/contract/vocabulary';
import { auditedAs, DomainError, unlinkIdentity } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

/** The identities of somebody's account. */
export function adminIdentityRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store } = platform;

  implement(adminApi.listAccountIdentities)(async ({ params }) => {
    const accountId = await known(params.account_id);
    const connections = new Map((await store.ssoConnections.list()).map((one) => [one.id, one]));
    const identities = await store.identities.listOf(accountId);
    return {
      data: identities.flatMap((identity) => {
        const connection = connections.get(identity.connectionId);
        if (connection === undefined) return [];
        return {
          id: identity.id,
          connection_id: connection.id,
          connection_name: connection.name,
          protocol: connection.provider.protocol,
          subject: identity.subject,
          email: identity.email,
          name: identity.name,
          rule: identity.rule,
          created_at: identity.createdAt.toISOString(),
          last_used_at: identity.lastUsedAt?.toISOString() ?? null,
        };
      }),
    };
  });

  implement(adminApi.unlinkAccountIdentity)(async ({ actor, origin, params }) => {
    const accountId = await known(params.account_id);
    const identityId = params.identity_id as IdentityId;
    await unlinkIdentity(platform, origin, { accountId, identityId, actor: auditedAs(actor) });
    return { result: 'success' };
  });

  // A boundary: a UUID from outside becomes an id.
  async function known(text: string): Promise<AccountId> {
    const account = await store.accounts.find(text as AccountId);
    if (account === undefined) throw new DomainError('account_unknown');
    return account.id;
  }
}
