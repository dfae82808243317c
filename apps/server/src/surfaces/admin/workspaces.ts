import { type AdminApi, adminApi, type EndpointInput } from '@latchkey/contract';
import type { AccountId, WorkspaceId } from '@latchkey/contract/vocabulary';
import {
  changeSettings,
  changeWorkspace,
  createWorkspace,
  DomainError,
  deleteWorkspace,
  dismissMember,
  type ListedWorkspace,
  setMember,
  type WorkspaceFilter,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { attach } from './attachment.ts';
import { csvLine } from './csv-line.ts';
import { inPieces } from './in-pieces.ts';
import { pageAnswer, pageFrom } from './page-answer.ts';

const SUCCESS = { result: 'success' } as const;
const COLUMNS = ['id', 'name', 'status', 'owner_name', 'owner_email', 'member_count', 'created_at'];

export function adminWorkspaceRoutes(implement: Implement, { platform, rules }: ServerContext): void {
  const { store, clock } = platform;

  implement(adminApi.adminListWorkspaces)(async ({ query }) => {
    const listing = { ...filterFrom(query), sort: query.sort, descending: query.order === 'desc' };
    const { total, data } = await store.workspaces.list(listing, pageFrom(query));
    return pageAnswer(query, total, data.map(wireWorkspace));
  });

  implement(adminApi.exportWorkspaces)(({ query, reply }) => {
    attach(reply, 'workspaces', 'csv', clock());
    async function* rows() {
      yield csvLine(COLUMNS);
      const workspaces = store.workspaces.read(filterFrom(query));
      for await (const { id, name, status, owner, memberCount, createdAt } of workspaces) {
        yield csvLine([
          id,
          name,
          status,
          owner?.name ?? null,
          owner?.email ?? null,
          memberCount,
          createdAt.toISOString(),
        ]);
      }
    }
    return inPieces(rows());
  });

  implement(adminApi.adminCreateWorkspace)(async ({ actor, origin, body }) => {
    const { id } = await createWorkspace(platform, origin, actor, { name: body.name, ownerEmail: body.owner_email });
    return one(id);
  });

  implement(adminApi.adminGetWorkspace)(async ({ params, query }) => {
    const id = workspaceId(params);
    const workspace = await one(id);
    const { total, data } = await store.workspaces.searchMembers(id, query.q.trim(), pageFrom(query));
    const members = data.map(({ account, role, joinedAt }) => ({
      id: account.id,
      name: account.name,
      email: account.email,
      role,
      status: account.status,
      joined_at: joinedAt.toISOString(),
    }));
    return { ...workspace, members: pageAnswer(query, total, members) };
  });

  implement(adminApi.adminChangeWorkspace)(async ({ actor, origin, params, body }) => {
    const id = workspaceId(params);
    const { is_default: isDefault, name, status } = body;
    const changes = { ...(name !== undefined && { name }), ...(status !== undefined && { status }) };
    if (name !== undefined || status !== undefined) await changeWorkspace(platform, origin, actor, id, changes);
    const before = await one(id);
    if (isDefault !== undefined && isDefault !== before.is_default) {
      const { version } = await store.settings.get();
      const defaultWorkspaceId = isDefault ? id : null;
      await changeSettings(platform, origin, actor, { version, changes: { defaultWorkspaceId } });
      await rules.refresh();
    }
    return one(id);
  });

  implement(adminApi.adminDeleteWorkspace)(async ({ actor, origin, params, body }) => {
    await deleteWorkspace(platform, origin, actor, workspaceId(params), body.name);
    return SUCCESS;
  });

  implement(adminApi.adminSetMember)(async ({ actor, origin, params, body }) => {
    const member = { accountId: params.account_id as AccountId, role: body.role };
    await setMember(platform, origin, actor, workspaceId(params), member);
    return SUCCESS;
  });

  implement(adminApi.adminRemoveMember)(async ({ actor, origin, params }) => {
    await dismissMember(platform, origin, actor, workspaceId(params), params.account_id as AccountId);
    return SUCCESS;
  });

  async function one(id: WorkspaceId) {
    const workspace = await store.workspaces.findListed(id);
    if (workspace === undefined) throw new DomainError('workspace_not_found');
    return wireWorkspace(workspace);
  }

  function wireWorkspace({ id, name, status, owner, memberCount, createdAt }: ListedWorkspace) {
    return {
      id,
      name,
      status,
      is_default: id === platform.rules.defaultWorkspaceId,
      owner,
      member_count: memberCount,
      created_at: createdAt.toISOString(),
    };
  }
}

function filterFrom({ q, status }: EndpointInput<AdminApi['exportWorkspaces']>['query']): WorkspaceFilter {
  return { search: q.trim(), status };
}

/** A boundary: a UUID from outside becomes an id. */
function workspaceId({ workspace_id }: { readonly workspace_id: string }): WorkspaceId {
  return workspace_id as WorkspaceId;
}
