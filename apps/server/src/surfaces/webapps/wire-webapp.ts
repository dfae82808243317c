import type { ListedGroup, PublishedWebApp } from '@latchkey/core';
import { addressOf } from '../../gate/place.ts';
import type { ServerContext } from '../../http/context.ts';

export function wireWebApp({ gateOptions, platform }: ServerContext, webApp: PublishedWebApp) {
  return {
    id: webApp.id,
    code: webApp.code,
    name: webApp.name,
    icon: webApp.icon,
    url: addressOf(gateOptions, platform.rules, webApp),
    upstream: webApp.upstream,
    host: webApp.host,
    enabled: webApp.isEnabled,
    access_mode: webApp.accessMode,
    conditions: {
      passphrase: webApp.passphraseHash !== null,
      address_ranges: [...webApp.addressRanges],
      share_link: webApp.needsShareLink,
    },
    frame_origins: [...webApp.frameOrigins],
    workspace: { id: webApp.workspaceId, name: webApp.workspaceName },
    created_at: webApp.createdAt.toISOString(),
  };
}

export function wireGroup({ id, name, memberCount, workspaceId, workspaceName, createdAt }: ListedGroup) {
  return {
    id,
    name,
    member_count: memberCount,
    workspace: workspaceId === null ? null : { id: workspaceId, name: workspaceName ?? '' },
    created_at: createdAt.toISOString(),
  };
}
