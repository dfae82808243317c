import type { AccountStatus, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { AccountFilter, ListedAccount } from '@latchkey/core';

interface Conditions {
  readonly q: string;
  readonly status?: AccountStatus | undefined;
  readonly workspace_id?: string | undefined;
  readonly without_workspace?: boolean | undefined;
}

export function accountFilter({ q, status, workspace_id, without_workspace }: Conditions): AccountFilter {
  return {
    search: q.trim(),
    status,
    // A boundary: a UUID from outside becomes an id.
    workspaceId: workspace_id as WorkspaceId | undefined,
    withoutWorkspace: without_workspace,
  };
}

export function wireListedAccount(account: ListedAccount) {
  return {
    id: account.id,
    email: account.email,
    name: account.name,
    status: account.status,
    workspace_count: account.workspaceCount,
    last_sign_in_at: account.lastSignInAt?.toISOString() ?? null,
    created_at: account.createdAt.toISOString(),
  };
}
