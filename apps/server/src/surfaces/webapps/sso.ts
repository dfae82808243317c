import { webAppApi } from '@latchkey/contract';
import { type ConfiguredConnection, DomainError, serves } from '@latchkey/core';
import { samePath } from '../../gate/ways.ts';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { requireSetUp } from '../console/require-set-up.ts';
import { beginRoundTrip } from '../sso/begin-round-trip.ts';

/** Single sign-on for WebApps, of members and of external users. */
export function webAppSsoRoutes(implement: Implement, context: ServerContext): void {
  const { platform } = context;
  const { store } = platform;

  implement(webAppApi.startExternalSso)(async ({ params, query, ...exchange }) => {
    await requireWebApp(query.app_code);
    const { externalConnectionId } = platform.rules;
    const chosen = externalConnectionId === null ? undefined : await store.ssoConnections.find(externalConnectionId);
    const isMeant = chosen?.provider.protocol === params.protocol && serves(chosen, 'webapp_external');
    if (chosen === undefined || !isMeant) throw new DomainError('no_sso_connection');
    return begin(exchange, chosen, 'webapp_external', query.redirect_url);
  });

  implement(webAppApi.startWebAppMemberSso)(async ({ params, query, ...exchange }) => {
    await requireWebApp(query.app_code);
    const chosen = (await store.ssoConnections.list()).find(
      (one) => one.provider.protocol === params.protocol && serves(one, 'webapp_members'),
    );
    if (chosen === undefined) throw new DomainError('no_sso_connection');
    return begin(exchange, chosen, 'webapp_members', query.redirect_url);
  });

  function begin(
    exchange: Parameters<typeof beginRoundTrip>[1],
    connection: ConfiguredConnection,
    kind: 'webapp_external' | 'webapp_members',
    redirectUrl: string,
  ) {
    return beginRoundTrip(context, exchange, connection, { kind, returnTo: samePath(redirectUrl) });
  }

  async function requireWebApp(code: string): Promise<void> {
    await requireSetUp(context);
    if ((await store.webApps.findByCode(code)) === undefined) throw new DomainError('webapp_not_found');
  }
}
