import { adminApi } from '@latchkey/contract';
import type { AccountId, ExternalUserId, SsoConnectionId } from '@latchkey/contract/vocabulary';
import {
  type AdminActor,
  addGroupMembers,
  auditedAs,
  changeSettings,
  createGroup,
  DomainError,
  deleteGroup,
  type ExternalUser,
  type GroupKeeper,
  refuseExternalUser,
  removeGroupMember,
  renameGroup,
  serves,
  switchWebApp,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { groupId } from '../console/groups.ts';
import { webAppId } from '../console/webapps.ts';
import { groupReader } from '../webapps/group-reader.ts';
import { wireGroup, wireWebApp } from '../webapps/wire-webapp.ts';
import { pageAnswer, pageFrom } from './page-answer.ts';

const SUCCESS = { result: 'success' } as const;

export function adminWebAppRoutes(implement: Implement, context: ServerContext): void {
  const { platform, settings } = context;
  const { store } = platform;
  const { readGroup, readMembers } = groupReader(store);

  implement(adminApi.adminListWebApps)(async ({ query }) => {
    const filter = { search: query.q.trim(), workspaceId: undefined };
    const { total, data } = await store.webApps.list(filter, pageFrom(query));
    return pageAnswer(
      query,
      total,
      data.map((webApp) => wireWebApp(context, webApp)),
    );
  });

  implement(adminApi.adminSwitchWebApp)(async ({ actor, origin, params, body }) => {
    const id = webAppId(params);
    const ended = await switchWebApp(platform, origin, actor, id, body.enabled);
    const webApp = await store.webApps.find(id);
    if (webApp === undefined) throw new DomainError('webapp_not_found');
    return { webapp: wireWebApp(context, webApp), sessions_ended: ended };
  });

  implement(adminApi.adminGetWebAppSettings)(() => webAppSettings());

  implement(adminApi.adminChangeWebAppSettings)(async ({ actor, origin, body }) => {
    // A boundary: a UUID from outside becomes an id.
    const externalConnectionId = body.external_connection_id as SsoConnectionId | null;
    if (externalConnectionId !== null) await requireExternalConnection(externalConnectionId);
    const { version } = await store.settings.get();
    await changeSettings(platform, origin, actor, { version, changes: { externalConnectionId } });
    await context.rules.refresh();
    return webAppSettings();
  });

  implement(adminApi.adminListGroups)(async ({ query }) => {
    const filter = { search: query.q.trim(), choosableBy: undefined };
    const { total, data } = await store.groups.list(filter, pageFrom(query));
    return pageAnswer(query, total, data.map(wireGroup));
  });

  implement(adminApi.adminCreateGroup)(async ({ actor, origin, body }) => {
    const { id } = await createGroup(platform, origin, keeper(actor), body.name);
    return readGroup(id);
  });

  implement(adminApi.adminGetGroup)(({ params, query }) => readMembers(groupId(params), query));

  implement(adminApi.adminRenameGroup)(async ({ actor, origin, params, body }) => {
    await renameGroup(platform, origin, keeper(actor), groupId(params), body.name);
    return readGroup(groupId(params));
  });

  implement(adminApi.adminDeleteGroup)(async ({ actor, origin, params }) => ({
    ...SUCCESS,
    sessions_ended: await deleteGroup(platform, origin, keeper(actor), groupId(params)),
  }));

  implement(adminApi.adminAddGroupMembers)(async ({ actor, origin, params, body }) => {
    await addGroupMembers(platform, origin, keeper(actor), groupId(params), body.account_ids as AccountId[]);
    return SUCCESS;
  });

  implement(adminApi.adminRemoveGroupMember)(async ({ actor, origin, params }) => {
    const accountId = params.account_id as AccountId;
    const ended = await removeGroupMember(platform, origin, keeper(actor), groupId(params), accountId);
    return { ...SUCCESS, sessions_ended: ended };
  });

  implement(adminApi.adminListExternalUsers)(async ({ query }) => {
    const { total, data } = await store.externalUsers.list(query.q.trim(), pageFrom(query));
    return pageAnswer(query, total, data.map(wireExternalUser));
  });

  implement(adminApi.adminRefuseExternalUser)(async ({ actor, origin, params, body }) => {
    const id = params.external_user_id as ExternalUserId;
    return { ...SUCCESS, sessions_ended: await refuseExternalUser(platform, origin, actor, id, body.refused) };
  });

  /** @throws DomainError `no_sso_connection`: it is not there, off, or for others than external users. */
  async function requireExternalConnection(id: SsoConnectionId): Promise<void> {
    const chosen = await store.ssoConnections.find(id);
    if (chosen === undefined || !serves(chosen, 'webapp_external')) throw new DomainError('no_sso_connection');
  }

  function webAppSettings() {
    return {
      external_connection_id: platform.rules.externalConnectionId,
      apps_domain: settings.appsDomain ?? '',
      apps_by_path: context.gateOptions.isByPath,
      token_in_url: settings.webAppTokenInUrl === 'on',
    };
  }
}

function keeper(actor: AdminActor): GroupKeeper {
  return { audited: auditedAs(actor), workspaceId: null };
}

function wireExternalUser(user: ExternalUser) {
  return {
    id: user.id,
    connection_id: user.connectionId,
    subject: user.subject,
    email: user.email,
    name: user.name,
    refused: user.refusedAt !== null,
    first_visit_at: user.createdAt.toISOString(),
    last_visit_at: user.lastVisitAt.toISOString(),
  };
}
