import type { Sealing, Stores } from '@latchkey/core';
import { accessRequests } from './access-requests.ts';
import { accounts } from './accounts.ts';
import { adminSessions } from './admin-sessions.ts';
import { administrators } from './administrators.ts';
import { apiKeys } from './api-keys.ts';
import { auditLog } from './audit-log.ts';
import { bearerSessions } from './bearer-sessions.ts';
import { consoleSessions } from './console-sessions.ts';
import type { Database } from './database.ts';
import { deviceApprovals } from './device-approvals.ts';
import { deviceGrants } from './device-grants.ts';
import { externalSessions } from './external-sessions.ts';
import { externalUsers } from './external-users.ts';
import { groups } from './groups.ts';
import { identities } from './identities.ts';
import { instance } from './instance.ts';
import { instanceSettings } from './instance-settings.ts';
import { invitations } from './invitations.ts';
import { limits } from './limits.ts';
import { mailCodes } from './mail-codes.ts';
import { mailSettings } from './mail-settings.ts';
import { oneTimeLinks } from './one-time-links.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';
import { passwords } from './passwords.ts';
import { pendingLinks } from './pending-links.ts';
import { serviceProviderKeys } from './service-provider-keys.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { signInPolicy } from './sign-in-policy.ts';
import { ssoConnections } from './sso-connections.ts';
import { ssoReplays } from './sso-replays.ts';
import { ssoTests } from './sso-tests.ts';
import { ssoTransactions } from './sso-transactions.ts';
import { unfinishedSignIns } from './unfinished-sign-ins.ts';
import { webAppSessions } from './webapp-sessions.ts';
import { webAppShareLinks } from './webapp-share-links.ts';
import { webApps } from './webapps.ts';
import { workspaces } from './workspaces.ts';

/** The stores of every concept on one database. */
export function storesOn(db: Database, sealing: Sealing): Stores {
  return {
    accounts: accounts(db),
    passwords: passwords(db),
    policy: signInPolicy(db),
    consoleSessions: consoleSessions(db),
    workspaces: workspaces(db),
    deviceGrants: deviceGrants(db),
    bearerSessions: bearerSessions(db),
    externalSessions: externalSessions(db),
    deviceApprovals: deviceApprovals(db),
    attempts: signInAttempts(db),
    audit: auditLog(db),
    overview: overview(db),
    outbox: outbox(db, sealing),
    mailSettings: mailSettings(db, sealing),
    limits: limits(db),
    instance: instance(db),
    settings: instanceSettings(db),
    mailCodes: mailCodes(db),
    links: oneTimeLinks(db),
    unfinishedSignIns: unfinishedSignIns(db),
    invitations: invitations(db),
    accessRequests: accessRequests(db),
    administrators: administrators(db),
    adminSessions: adminSessions(db),
    apiKeys: apiKeys(db),
    webApps: webApps(db),
    groups: groups(db),
    appSessions: webAppSessions(db),
    shareLinks: webAppShareLinks(db),
    externalUsers: externalUsers(db),
    ssoConnections: ssoConnections(db, sealing),
    identities: identities(db),
    ssoTransactions: ssoTransactions(db, sealing),
    pendingLinks: pendingLinks(db, sealing),
    ssoTests: ssoTests(db, sealing),
    ssoReplays: ssoReplays(db),
    serviceProviderKeys: serviceProviderKeys(db, sealing),
  };
}
