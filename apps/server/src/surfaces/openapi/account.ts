import { openApi } from '@latchkey/contract';
import type { BearerSessionId } from '@latchkey/contract/vocabulary';
import {
  type AdmittedBearer,
  type AdmittedExternal,
  currentWorkspace,
  DomainError,
  type JoinedWorkspace,
  type Origin,
  revokeBearerSession,
  revokeExternalSession,
  switchWorkspace,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

export function bearerAccountRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store, clock } = platform;

  implement(openApi.getBearerAccount)(async ({ actor }) => {
    const { account } = actor;
    const workspaces = await openWorkspaces(actor);
    return {
      subject_type: 'account',
      subject_email: account.email,
      subject_issuer: null,
      account: { id: account.id, email: account.email, name: account.name },
      workspaces: workspaces.map(({ id, name, role }) => ({ id, name, role })),
      default_workspace_id: currentWorkspace(workspaces, account.currentWorkspaceId)?.id ?? null,
    };
  });

  implement(openApi.listBearerSessions)(async ({ actor, query: { page, limit } }) => {
    const slice = { offset: (page - 1) * limit, limit };
    const { total, sessions } =
      'user' in actor
        ? await store.externalSessions.listLive(actor.user.id, clock(), slice)
        : await store.bearerSessions.listLive(actor.account.id, clock(), slice);
    return {
      page,
      limit,
      total,
      has_more: page * limit < total,
      data: sessions.map((session) => ({
        id: session.id,
        prefix: session.prefix,
        client_id: session.clientId,
        device_label: session.deviceLabel,
        created_at: session.createdAt.toISOString(),
        last_used_at: session.lastUsedAt?.toISOString() ?? null,
        expires_at: session.expiresAt.toISOString(),
      })),
    };
  });

  implement(openApi.revokeOwnBearerSession)(async ({ actor, origin }) => {
    await revoke(origin, actor, actor.session.id);
    return { status: 'revoked' };
  });

  implement(openApi.revokeBearerSession)(async ({ actor, params, origin }) => {
    await revoke(origin, actor, params.session_id as BearerSessionId);
    return { status: 'revoked' };
  });

  implement(openApi.listBearerWorkspaces)(async ({ actor }) => {
    const workspaces = await openWorkspaces(actor);
    const current = currentWorkspace(workspaces, actor.account.currentWorkspaceId);
    return { workspaces: workspaces.map((workspace) => wireWorkspace(workspace, current)) };
  });

  implement(openApi.getBearerWorkspace)(async ({ actor, params }) => {
    const workspaces = await openWorkspaces(actor);
    const workspace = workspaces.find(({ id }) => id === params.workspace_id);
    if (workspace === undefined) throw notFound();
    return wireWorkspace(workspace, currentWorkspace(workspaces, actor.account.currentWorkspaceId));
  });

  implement(openApi.switchBearerWorkspace)(async ({ actor, params }) => {
    const workspace = await switchWorkspace(platform, actor.account, params.workspace_id).catch((error: unknown) => {
      throw error instanceof DomainError && error.code === 'account_not_link_tenant' ? notFound() : error;
    });
    return wireWorkspace(workspace, workspace);
  });

  function revoke(origin: Origin, actor: AdmittedBearer | AdmittedExternal, id: BearerSessionId): Promise<void> {
    return 'user' in actor
      ? revokeExternalSession(platform, origin, actor, id)
      : revokeBearerSession(platform, origin, actor, id);
  }

  async function openWorkspaces({ account }: AdmittedBearer): Promise<JoinedWorkspace[]> {
    return (await store.workspaces.listOf(account.id)).filter(({ status }) => status === 'normal');
  }
}

function notFound(): DomainError {
  return new DomainError('not_found', { message: 'workspace not found' });
}

function wireWorkspace(workspace: JoinedWorkspace, current: JoinedWorkspace | undefined) {
  const { id, name, role, status, createdAt } = workspace;
  return { id, name, role, status, current: id === current?.id, created_at: createdAt.toISOString() };
}
