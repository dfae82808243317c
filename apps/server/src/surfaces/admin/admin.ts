import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { adminIdentityRoutes } from './account-identities.ts';
import { adminAccountRoutes } from './accounts.ts';
import { administratorRoutes } from './administrators.ts';
import { adminAuditRoutes } from './audit.ts';
import { adminInvitationRoutes } from './invitations.ts';
import { adminMailRoutes } from './mail.ts';
import { adminOverviewRoutes } from './overview.ts';
import { adminSessionRoutes } from './session.ts';
import { adminSettingsRoutes } from './settings.ts';
import { adminSignInAttemptRoutes } from './sign-in-attempts.ts';
import { adminPolicyRoutes } from './sign-in-policy.ts';
import { adminSsoRoutes } from './sso.ts';
import { adminWebAppRoutes } from './webapps.ts';
import { adminWorkspaceRoutes } from './workspaces.ts';

/** `/admin-api/v1`: the administration, for its pages and for scripts. */
export function adminRoutes(implement: Implement, context: ServerContext): void {
  adminSessionRoutes(implement, context);
  adminOverviewRoutes(implement, context);
  adminPolicyRoutes(implement, context);
  adminAccountRoutes(implement, context);
  adminInvitationRoutes(implement, context);
  adminWorkspaceRoutes(implement, context);
  administratorRoutes(implement, context);
  adminMailRoutes(implement, context);
  adminSignInAttemptRoutes(implement, context);
  adminAuditRoutes(implement, context);
  adminSettingsRoutes(implement, context);
  adminWebAppRoutes(implement, context);
  adminSsoRoutes(implement, context);
  adminIdentityRoutes(implement, context);
}
