import { consoleApi } from '@latchkey/contract';
import type { IdentityId, SsoConnectionId } from '@latchkey/contract/vocabulary';
import {
  acceptPendingLink,
  allowsMethod,
  asciiDomain,
  type ConfiguredConnection,
  currentPolicy,
  DomainError,
  declinePendingLink,
  serves,
  unlinkableOf,
  unlinkIdentity,
  viewPendingLink,
} from '@latchkey/core';
import { signedInSession } from '../../gate/signed-in-session.ts';
import { samePath } from '../../gate/ways.ts';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { pendingLinkTokens, sendPendingLinkCookie } from '../../http/sso-cookies.ts';
import { beginRoundTrip } from '../sso/begin-round-trip.ts';
import { invitedEmail } from '../sso/invited-email.ts';
import { requireSetUp } from './require-set-up.ts';

const SUCCESS = { result: 'success' } as const;

/** Signing in through identity providers, and the identities of an account. */
export function consoleSsoRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;
  const { store, clock } = platform;

  implement(consoleApi.getSsoOptions)(async ({ query }) => {
    await requireSetUp(context);
    const { email, for: door } = query;
    const isOpen = door === 'administration' || allowsMethod(await currentPolicy(store, clock), 'sso');
    const serving = isOpen ? (await store.ssoConnections.list()).filter((one) => serves(one, door)) : [];
    const domain = email.includes('@') ? asciiDomain(email.slice(email.lastIndexOf('@') + 1).trim()) : '';
    const home = serving.find(({ domains }) => domains.some((candidate) => candidate.domain === domain));
    const entrance = (connection: ConfiguredConnection, hint: Record<string, string> = {}) => ({
      ...wireButton(connection),
      url: `/sso/${connection.id}/login?${new URLSearchParams({ for: door, ...hint })}`,
    });
    return {
      buttons: serving.map((connection) => entrance(connection)),
      home: home === undefined ? null : entrance(home, { email }),
      leads_by_domain: serving.some(({ domains }) => domains.length > 0),
    };
  });

  implement(consoleApi.startSso)(async ({ params, query, ...exchange }) => {
    await requireSetUp(context);
    const connection = (await store.ssoConnections.list()).find(
      (one) => one.provider.protocol === params.protocol && serves(one, 'workspace'),
    );
    if (connection === undefined) throw new DomainError('no_sso_connection');
    const returnTo = samePath(query.redirect_url);
    const email = await invitedEmail(platform, query.invite_token);
    const purpose = { kind: 'workspace', returnTo, invitedEmail: email } as const;
    return beginRoundTrip(context, exchange, connection, purpose);
  });

  implement(consoleApi.listIdentities)(async ({ actor }) => {
    const identities = await store.identities.listOf(actor.account.id);
    const connections = await store.ssoConnections.list();
    const unlinkable = await unlinkableOf(platform, store, actor.account.id);
    const isOn = allowsMethod(await currentPolicy(store, clock), 'sso');
    const linkable = connections.filter(
      (one) => isOn && serves(one, 'workspace') && !identities.some(({ connectionId }) => connectionId === one.id),
    );
    return {
      data: identities.flatMap(({ id, connectionId, subject, email, name, createdAt, lastUsedAt }) => {
        const connection = connections.find((one) => one.id === connectionId);
        if (connection === undefined) return [];
        return {
          ...wireButton(connection),
          id,
          subject,
          email,
          name,
          created_at: createdAt.toISOString(),
          last_used_at: lastUsedAt?.toISOString() ?? null,
          can_unlink: unlinkable.get(id) ?? false,
        };
      }),
      linkable: linkable.map(wireButton),
    };
  });

  implement(consoleApi.unlinkIdentity)(async ({ actor, params, origin }) => {
    const { id: accountId } = actor.account;
    // A boundary: a UUID from outside becomes an id.
    const identityId = params.identity_id as IdentityId;
    await unlinkIdentity(platform, origin, {
      accountId,
      identityId,
      actor: { actorId: accountId },
      keep: actor.session.id,
    });
    return SUCCESS;
  });

  implement(consoleApi.startLink)(async ({ actor, body, ...exchange }) => {
    const connection = await store.ssoConnections.find(body.connection_id as SsoConnectionId);
    if (connection === undefined || !serves(connection, 'workspace')) throw new DomainError('sso_connection_not_found');
    const purpose = { kind: 'link', accountId: actor.account.id, sessionId: actor.session.id } as const;
    const { url } = await beginRoundTrip(context, exchange, connection, purpose);
    return { url };
  });

  implement(consoleApi.getPendingLink)(async ({ request }) => {
    await requireSetUp(context);
    const { link, connection } = await viewPendingLink(platform, pendingLinkTokens(request));
    const session = await signedInSession(context, request);
    return {
      ...wireButton(connection),
      email: link.email,
      name: link.name,
      expires_at: link.expiresAt.toISOString(),
      account: session === undefined ? null : { name: session.account.name, email: session.account.email },
    };
  });

  implement(consoleApi.acceptPendingLink)(async ({ actor, origin, request, reply }) => {
    await acceptPendingLink(platform, origin, actor, pendingLinkTokens(request));
    sendPendingLinkCookie(request, reply, undefined);
    return SUCCESS;
  });

  implement(consoleApi.declinePendingLink)(async ({ request, reply }) => {
    await requireSetUp(context);
    await declinePendingLink(platform, pendingLinkTokens(request));
    sendPendingLinkCookie(request, reply, undefined);
    return SUCCESS;
  });
}

function wireButton({ id, label, logo, provider }: ConfiguredConnection) {
  return { connection_id: id, label, logo, protocol: provider.protocol };
}
