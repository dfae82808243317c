import type { AccountId, Role, WorkspaceId, WorkspaceStatus } from '@latchkey/contract/vocabulary';

/** A team's space. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly status: WorkspaceStatus;
  readonly createdAt: Date;
}

/** A person's place in a workspace. */
export interface Membership {
  readonly workspaceId: WorkspaceId;
  readonly accountId: AccountId;
  readonly role: Role;
  readonly createdAt: Date;
}

/** A workspace as one of its members sees it. */
export interface JoinedWorkspace extends Workspace {
  readonly role: Role;
}

/** The name of the workspace that an account owns by itself. */
export function personalSpaceName(accountName: string): string {
  return `${accountName}'s Workspace`;
}

/** The workspace a member works in: the chosen one while it is open to them, else the oldest open one. */
export function currentWorkspace(
  joined: readonly JoinedWorkspace[],
  chosen: WorkspaceId | null,
): JoinedWorkspace | undefined {
  const open = joined.filter((workspace) => workspace.status === 'normal');
  return open.find((workspace) => workspace.id === chosen) ?? open[0];
}
