import * as adminAccounts from './admin/accounts.ts';
import * as administrators from './admin/administrators.ts';
import * as adminAudit from './admin/audit.ts';
import {
  answerAccessRequest,
  createInvitations,
  listAccessRequests,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from './admin/invitations.ts';
import * as adminMail from './admin/mail.ts';
import * as adminOverview from './admin/overview.ts';
import * as adminSession from './admin/session.ts';
import * as adminSettings from './admin/settings.ts';
import * as adminAttempts from './admin/sign-in-attempts.ts';
import * as adminPolicy from './admin/sign-in-policy.ts';
import * as adminSso from './admin/sso.ts';
import {
  adminAddGroupMembers,
  adminChangeWebAppSettings,
  adminCreateGroup,
  adminDeleteGroup,
  adminGetGroup,
  adminGetWebAppSettings,
  adminListExternalUsers,
  adminListGroups,
  adminListWebApps,
  adminRefuseExternalUser,
  adminRemoveGroupMember,
  adminRenameGroup,
  adminSwitchWebApp,
} from './admin/webapps.ts';
import * as adminWorkspaces from './admin/workspaces.ts';
import * as account from './console/account.ts';
import * as bootstrap from './console/bootstrap.ts';
import * as emailChange from './console/email-change.ts';
import { sendSignInCode, signInWithCode } from './console/email-code.ts';
import * as forgotPassword from './console/forgot-password.ts';
import {
  addGroupMembers,
  createGroup,
  deleteGroup,
  getGroup,
  listGroups,
  removeGroupMember,
  renameGroup,
} from './console/groups.ts';
import * as invitations from './console/invitations.ts';
import * as members from './console/members.ts';
import * as registration from './console/registration.ts';
import * as session from './console/session.ts';
import * as sso from './console/sso.ts';
import * as systemFeatures from './console/system-features.ts';
import * as unfinishedSignIn from './console/unfinished-sign-in.ts';
import * as webAppDialog from './console/webapp-dialog.ts';
import {
  changeWebApp,
  createShareLink,
  createWebApp,
  deleteWebApp,
  explainWebAppAccess,
  getWebApp,
  getWebAppAccess,
  listMyWebApps,
  listShareLinks,
  listWebApps,
  previewWebAppAccess,
  revokeShareLink,
  setWebAppAccess,
  setWebAppConditions,
} from './console/webapps.ts';
import * as workspaces from './console/workspaces.ts';
import type { Endpoint } from './endpoint.ts';
import * as bearerAccount from './openapi/account.ts';
import * as device from './openapi/device.ts';
import * as server from './openapi/server.ts';
import * as operations from './operations.ts';
import * as gate from './webapps/gate.ts';
import * as webAppSession from './webapps/session.ts';
import * as webAppSso from './webapps/sso.ts';

/** `/console/api`: members, in Dify's wire. */
export const consoleApi = {
  ...bootstrap,
  ...systemFeatures,
  ...session,
  sendSignInCode,
  signInWithCode,
  ...forgotPassword,
  ...registration,
  ...unfinishedSignIn,
  ...sso,
  ...invitations,
  ...account,
  ...emailChange,
  ...workspaces,
  ...members,
  listMyWebApps,
  listWebApps,
  createWebApp,
  getWebApp,
  changeWebApp,
  deleteWebApp,
  getWebAppAccess,
  setWebAppAccess,
  previewWebAppAccess,
  explainWebAppAccess,
  setWebAppConditions,
  listShareLinks,
  createShareLink,
  revokeShareLink,
  listGroups,
  createGroup,
  getGroup,
  renameGroup,
  deleteGroup,
  addGroupMembers,
  removeGroupMember,
  ...webAppDialog,
};

/** `/api` and `/gate`: those who open WebApps, in Dify's wire, and the gate in front of them. */
export const webAppApi = { ...webAppSession, ...webAppSso, ...gate };

/** `/openapi/v1`: terminals, device grants and bearer sessions. */
export const openApi = { ...device, ...bearerAccount, ...server };

/** `/admin-api/v1`: the administration pages, and scripts with an API key. */
export const adminApi = {
  ...adminSession,
  ...adminOverview,
  ...adminPolicy,
  ...adminSso,
  ...adminAccounts,
  ...adminWorkspaces,
  createInvitations,
  listInvitations,
  resendInvitation,
  revokeInvitation,
  listAccessRequests,
  answerAccessRequest,
  ...administrators,
  ...adminAttempts,
  ...adminAudit,
  ...adminSettings,
  ...adminMail,
  adminListWebApps,
  adminSwitchWebApp,
  adminGetWebAppSettings,
  adminChangeWebAppSettings,
  adminListGroups,
  adminCreateGroup,
  adminGetGroup,
  adminRenameGroup,
  adminDeleteGroup,
  adminAddGroupMembers,
  adminRemoveGroupMember,
  adminListExternalUsers,
  adminRefuseExternalUser,
};

/** For operators, under no prefix. */
export const operationsApi = { ...operations };

export type ConsoleApi = typeof consoleApi;
export type OpenApi = typeof openApi;
export type WebAppApi = typeof webAppApi;
export type AdminApi = typeof adminApi;

export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(consoleApi),
  ...Object.values(openApi),
  ...Object.values(webAppApi),
  ...Object.values(adminApi),
  ...Object.values(operationsApi),
];
