import { consoleApi } from '@latchkey/contract';
import { type AdmittedSession, currentMembership, currentWorkspace, switchWorkspace } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { tenantInfo } from './tenant-info.ts';
import { epochSeconds } from './wire-account.ts';

export function workspaceRoutes(implement: Implement, { platform }: ServerContext): void {
  implement(consoleApi.listWorkspaces)(async ({ actor }) => {
    const joined = await platform.store.workspaces.listOf(actor.account.id);
    const current = currentWorkspace(joined, actor.account.currentWorkspaceId);
    return {
      workspaces: joined
        .filter(({ status }) => status === 'normal')
        .map(({ id, name, status, createdAt }) => ({
          id,
          name,
          plan: 'sandbox' as const,
          status,
          created_at: epochSeconds(createdAt),
          current: id === current?.id,
        })),
    };
  });

  implement(consoleApi.currentWorkspace)(({ actor }) => current(actor));
  implement(consoleApi.getCurrentWorkspace)(({ actor }) => current(actor));
  implement(consoleApi.workspaceInfo)(({ actor }) => current(actor));

  implement(consoleApi.switchWorkspace)(async ({ actor, body }) => {
    const workspace = await switchWorkspace(platform, actor.account, body.tenant_id);
    return { result: 'success', new_tenant: tenantInfo(workspace) };
  });

  async function current({ account }: AdmittedSession) {
    return tenantInfo(await currentMembership(platform.store, account));
  }
}
