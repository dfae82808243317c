import { type ConsoleApi, consoleApi, type EndpointInput } from '@latchkey/contract';
import type { AccountId, GroupId, ShareLinkId, WebAppId } from '@latchkey/contract/vocabulary';
import {
  type Access,
  type AdmittedSession,
  changeAccess,
  changeConditions,
  changeWebApp,
  createShareLink,
  createWebApp,
  DomainError,
  deleteWebApp,
  explainAccess,
  listMyWebApps,
  previewAccess,
  requireEditor,
  requireManaged,
  revokeShareLink,
  type ShareLink,
} from '@latchkey/core';
import { addressOf } from '../../gate/place.ts';
import { usableUpstream } from '../../gate/upstreams.ts';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { pageAnswer, pageFrom } from '../admin/page-answer.ts';
import { wireWebApp } from '../webapps/wire-webapp.ts';

const SUCCESS = { result: 'success' } as const;

export function webAppRoutes(implement: Implement, context: ServerContext): void {
  const { platform, gateOptions } = context;
  const { store, clock } = platform;

  implement(consoleApi.listMyWebApps)(async ({ actor }) => {
    const webApps = await listMyWebApps(platform, actor.account);
    return {
      data: webApps.map((webApp) => ({
        id: webApp.id,
        code: webApp.code,
        name: webApp.name,
        icon: webApp.icon,
        url: addressOf(gateOptions, platform.rules, webApp),
        workspace_name: webApp.workspaceName,
        access_mode: webApp.accessMode,
        asks: [
          ...(webApp.passphraseHash === null ? [] : ['passphrase' as const]),
          ...(webApp.needsShareLink ? ['share_link' as const] : []),
        ],
      })),
    };
  });

  implement(consoleApi.listWebApps)(async ({ actor, query }) => {
    const { id: workspaceId } = await requireEditor(store, actor.account);
    const { total, data } = await store.webApps.list({ search: query.q.trim(), workspaceId }, pageFrom(query));
    return pageAnswer(
      query,
      total,
      data.map((webApp) => wireWebApp(context, webApp)),
    );
  });

  implement(consoleApi.createWebApp)(async ({ actor, origin, body }) => {
    const { name, code, icon = null, host = null } = body;
    const details = { name, code, icon, host: freeHost(host), upstream: upstreamFrom(body.upstream) };
    return wireWebApp(context, await createWebApp(platform, origin, actor, details));
  });

  implement(consoleApi.getWebApp)(async ({ actor, params }) => managed(actor, webAppId(params)));

  implement(consoleApi.changeWebApp)(async ({ actor, origin, params, body }) => {
    const id = webAppId(params);
    const { name, code, icon, upstream, host, enabled, frame_origins: frameOrigins } = body;
    const sessionsEnded = await changeWebApp(platform, origin, actor, id, {
      ...(name !== undefined && { name }),
      ...(code !== undefined && { code }),
      ...(icon !== undefined && { icon }),
      ...(upstream !== undefined && { upstream: upstreamFrom(upstream) }),
      ...(host !== undefined && { host: freeHost(host) }),
      ...(enabled !== undefined && { isEnabled: enabled }),
      ...(frameOrigins !== undefined && { frameOrigins }),
    });
    return { webapp: await managed(actor, id), sessions_ended: sessionsEnded };
  });

  implement(consoleApi.deleteWebApp)(async ({ actor, origin, params }) => ({
    ...SUCCESS,
    sessions_ended: await deleteWebApp(platform, origin, actor, webAppId(params)),
  }));

  implement(consoleApi.getWebAppAccess)(async ({ actor, params }) => {
    const webApp = await requireManaged(store, actor.account, webAppId(params));
    const { groups, people } = await store.webApps.chosen(webApp.id);
    return {
      access_mode: webApp.accessMode,
      groups: groups.map(({ id, name, memberCount }) => ({ id, name, member_count: memberCount })),
      people,
      sso_verified_refusal: platform.rules.externalConnectionId === null ? 'no_sso_connection' : null,
    };
  });

  implement(consoleApi.setWebAppAccess)(async ({ actor, origin, params, body }) => ({
    sessions_ended: await changeAccess(platform, origin, actor, webAppId(params), accessFrom(body)),
  }));

  implement(consoleApi.previewWebAppAccess)(async ({ actor, params, body }) => {
    const { count, first, sessionsEnding } = await previewAccess(platform, actor, webAppId(params), accessFrom(body));
    return { count, first: [...first], sessions_ending: sessionsEnding };
  });

  implement(consoleApi.explainWebAppAccess)(async ({ actor, params, query }) => {
    const asked = { email: query.email, ip: query.address };
    const { decision, account, standing } = await explainAccess(platform, actor, webAppId(params), asked);
    return {
      allowed: decision.kind === 'allowed',
      reason: decision.kind === 'refused' ? decision.reason : null,
      person: account === undefined ? null : { id: account.id, name: account.name, email: account.email },
      groups: [...(standing?.groups ?? [])],
      is_chosen_by_name: standing?.isChosenByName === true,
    };
  });

  implement(consoleApi.setWebAppConditions)(async ({ actor, origin, params, body }) => {
    const id = webAppId(params);
    const { passphrase, address_ranges: addressRanges, share_link: needsShareLink } = body;
    const sessionsEnded = await changeConditions(platform, origin, actor, id, {
      ...(passphrase !== undefined && { passphrase }),
      ...(addressRanges !== undefined && { addressRanges }),
      ...(needsShareLink !== undefined && { needsShareLink }),
    });
    return { webapp: await managed(actor, id), sessions_ended: sessionsEnded };
  });

  implement(consoleApi.listShareLinks)(async ({ actor, params }) => {
    const { id } = await requireManaged(store, actor.account, webAppId(params));
    return { data: (await store.shareLinks.list(id, clock())).map(wireLink) };
  });

  implement(consoleApi.createShareLink)(async ({ actor, origin, params, body }) => {
    const webApp = await requireManaged(store, actor.account, webAppId(params));
    const { link, token } = await createShareLink(platform, origin, actor, webApp.id, body);
    const url = `${addressOf(gateOptions, platform.rules, webApp)}/.latchkey/link/${token}`;
    return { ...wireLink(link), url };
  });

  implement(consoleApi.revokeShareLink)(async ({ actor, origin, params }) => {
    const linkId = params.share_link_id as ShareLinkId;
    return {
      ...SUCCESS,
      sessions_ended: await revokeShareLink(platform, origin, actor, webAppId(params), linkId),
    };
  });

  async function managed({ account }: AdmittedSession, id: WebAppId) {
    return wireWebApp(context, await requireManaged(store, account, id));
  }

  function upstreamFrom(text: string): string {
    return usableUpstream(text, gateOptions.allowsPrivateUpstreams).href.replace(/\/$/, '');
  }

  /** A host name that is neither ours nor one that the apps' domain gives away. */
  function freeHost(host: string | null): string | null {
    const { domain } = gateOptions;
    const isOurs = host === new URL(platform.rules.publicUrl).hostname;
    const isGiven = domain !== undefined && host !== null && (host === domain || host.endsWith(`.${domain}`));
    if (isOurs || isGiven) throw new DomainError('webapp_host_taken');
    return host;
  }
}

/** Boundaries: UUIDs from outside become ids. */
export function webAppId({ webapp_id }: { readonly webapp_id: string }): WebAppId {
  return webapp_id as WebAppId;
}

function accessFrom(body: EndpointInput<ConsoleApi['setWebAppAccess']>['body']): Access {
  return {
    accessMode: body.access_mode,
    groupIds: body.group_ids as GroupId[],
    accountIds: body.account_ids as AccountId[],
  };
}

function wireLink({ id, label, createdAt, expiresAt }: ShareLink) {
  return { id, label, created_at: createdAt.toISOString(), expires_at: expiresAt.toISOString() };
}
