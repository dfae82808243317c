import { type ConsoleApi, consoleApi, type EndpointResult } from '@latchkey/contract';
import {
  type AdmittedSession,
  currentWorkspace,
  DomainError,
  type JoinedWorkspace,
  switchWorkspace,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
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

  implement(consoleApi.switchWorkspace)(async ({ actor, body }) => {
    const workspace = await switchWorkspace(platform, actor.account, body.tenant_id);
    return { result: 'success', new_tenant: tenantInfo(workspace) };
  });

  async function current({ account }: AdmittedSession) {
    const joined = await platform.store.workspaces.listOf(account.id);
    const workspace = currentWorkspace(joined, account.currentWorkspaceId);
    if (workspace === undefined) throw new DomainError('unauthorized', { message: 'workspace is archived' });
    return tenantInfo(workspace);
  }
}

function tenantInfo({
  id,
  name,
  status,
  createdAt,
  role,
}: JoinedWorkspace): EndpointResult<ConsoleApi['currentWorkspace']> {
  return {
    id,
    name,
    plan: 'basic',
    status,
    created_at: epochSeconds(createdAt),
    role,
    in_trial: null,
    trial_end_reason: null,
    custom_config: null,
    trial_credits: null,
    trial_credits_used: null,
    next_credit_reset_date: null,
  };
}
