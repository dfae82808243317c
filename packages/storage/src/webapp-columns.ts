import type { PublishedWebApp, WebApp } from '@latchkey/core';
import type { WebAppRow, WorkspaceRow } from './schema.ts';

/** Renamed, because they are read beside those of others; `workspaces` is joined. */
export const WEBAPP_COLUMNS = [
  'webapps.id as webapp_id',
  'webapps.workspace_id as webapp_workspace_id',
  'webapps.code as webapp_code',
  'webapps.name as webapp_name',
  'webapps.icon as webapp_icon',
  'webapps.upstream as webapp_upstream',
  'webapps.host as webapp_host',
  'webapps.is_enabled as webapp_is_enabled',
  'webapps.access_mode as webapp_access_mode',
  'webapps.passphrase_hash as webapp_passphrase_hash',
  'webapps.address_ranges as webapp_address_ranges',
  'webapps.needs_share_link as webapp_needs_share_link',
  'webapps.frame_origins as webapp_frame_origins',
  'webapps.rules_changed_at as webapp_rules_changed_at',
  'webapps.created_at as webapp_created_at',
  'workspaces.name as workspace_name',
  'workspaces.status as workspace_status',
] as const;

export type WebAppColumns = { [Column in keyof WebAppRow as `webapp_${Column}`]: WebAppRow[Column] } & {
  workspace_name: string;
  workspace_status: WorkspaceRow['status'];
};

export function webAppFrom(row: WebAppColumns): PublishedWebApp {
  return {
    id: row.webapp_id,
    workspaceId: row.webapp_workspace_id,
    code: row.webapp_code,
    name: row.webapp_name,
    icon: row.webapp_icon,
    upstream: row.webapp_upstream,
    host: row.webapp_host,
    isEnabled: row.webapp_is_enabled === 1,
    accessMode: row.webapp_access_mode,
    passphraseHash: row.webapp_passphrase_hash,
    addressRanges: JSON.parse(row.webapp_address_ranges),
    needsShareLink: row.webapp_needs_share_link === 1,
    frameOrigins: JSON.parse(row.webapp_frame_origins),
    rulesChangedAt: new Date(row.webapp_rules_changed_at),
    createdAt: new Date(row.webapp_created_at),
    workspaceName: row.workspace_name,
    workspaceStatus: row.workspace_status,
  };
}

export function webAppRow(webApp: WebApp): WebAppRow & { search_text: string } {
  return {
    id: webApp.id,
    workspace_id: webApp.workspaceId,
    code: webApp.code,
    name: webApp.name,
    icon: webApp.icon,
    upstream: webApp.upstream,
    host: webApp.host,
    is_enabled: Number(webApp.isEnabled),
    access_mode: webApp.accessMode,
    passphrase_hash: webApp.passphraseHash,
    address_ranges: JSON.stringify(webApp.addressRanges),
    needs_share_link: Number(webApp.needsShareLink),
    frame_origins: JSON.stringify(webApp.frameOrigins),
    rules_changed_at: webApp.rulesChangedAt.getTime(),
    created_at: webApp.createdAt.getTime(),
    search_text: `${webApp.name} ${webApp.code} ${webApp.host ?? ''}`.toLowerCase(),
  };
}
