import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { webAppPassportRoutes } from './passport.ts';
import { webAppSignInRoutes } from './sign-in.ts';
import { webAppSsoRoutes } from './sso.ts';

/** `/api`: those who open WebApps, in Dify's wire. */
export function webAppApiRoutes(implement: Implement, context: ServerContext): void {
  webAppSignInRoutes(implement, context);
  webAppPassportRoutes(implement, context);
  webAppSsoRoutes(implement, context);
}
