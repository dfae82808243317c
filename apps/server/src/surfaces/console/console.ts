import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { accountRoutes } from './account.ts';
import { bootstrapRoutes } from './bootstrap.ts';
import { emailChangeRoutes } from './email-change.ts';
import { emailCodeRoutes } from './email-code.ts';
import { forgotPasswordRoutes } from './forgot-password.ts';
import { groupRoutes } from './groups.ts';
import { invitationRoutes } from './invitations.ts';
import { memberRoutes } from './members.ts';
import { registrationRoutes } from './registration.ts';
import { sessionRoutes } from './session.ts';
import { consoleSsoRoutes } from './sso.ts';
import { systemFeatureRoutes } from './system-features.ts';
import { unfinishedSignInRoutes } from './unfinished-sign-in.ts';
import { webAppDialogRoutes } from './webapp-dialog.ts';
import { webAppRoutes } from './webapps.ts';
import { workspaceRoutes } from './workspaces.ts';

/** `/console/api`: members, in Dify's wire. */
export function consoleRoutes(implement: Implement, context: ServerContext): void {
  bootstrapRoutes(implement, context);
  systemFeatureRoutes(implement, context);
  sessionRoutes(implement, context);
  accountRoutes(implement, context);
  workspaceRoutes(implement, context);
  emailCodeRoutes(implement, context);
  forgotPasswordRoutes(implement, context);
  registrationRoutes(implement, context);
  unfinishedSignInRoutes(implement, context);
  consoleSsoRoutes(implement, context);
  invitationRoutes(implement, context);
  memberRoutes(implement, context);
  emailChangeRoutes(implement, context);
  webAppRoutes(implement, context);
  groupRoutes(implement, context);
  webAppDialogRoutes(implement, context);
}
