import { webAppApi } from '@latchkey/contract';
import { DomainError } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { requireSetUp } from '../console/require-set-up.ts';

/** Single sign-on for WebApps, of members and of external users. */
export function webAppSsoRoutes(implement: Implement, context: ServerContext): void {
  for (const endpoint of [webAppApi.startExternalSso, webAppApi.startWebAppMemberSso]) {
    implement(endpoint)(async ({ query }) => {
      await requireSetUp(context);
      const webApp = await context.platform.store.webApps.findByCode(query.app_code);
      if (webApp === undefined) throw new DomainError('webapp_not_found');
      throw new DomainError('no_sso_connection');
    });
  }
}
