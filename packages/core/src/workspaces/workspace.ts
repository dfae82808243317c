import type { AccountId, Role, WorkspaceId, WorkspaceStatus } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';

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

/** A member as a list of members shows them. */
export interface WorkspaceMember {
  readonly account: Account;
  readonly role: Role;
  readonly joinedAt: Date;
  /** When one of their sessions was last used. */
  readonly lastActiveAt: Date | null;
}

/** A workspace as the administration lists it. */
export interface ListedWorkspace extends Workspace {
  /** `null` for one that lost its owner to a deletion. */
  readonly owner: Pick<Account, 'id' | 'name' | 'email'> | null;
  readonly memberCount: number;
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

/** In the order in which they inherit. */
const HEIRS: readonly Role[] = ['admin', 'editor', 'normal', 'dataset_operator'];

/** Who inherits a workspace from its owner: the highest role, and of one role the longest-standing. */
export function chooseHeir(members: readonly WorkspaceMember[], leaving: AccountId): AccountId | undefined {
  const candidates = members.filter(({ account }) => account.id !== leaving && account.status === 'active');
  const ranked = [...candidates].sort(
    (a, b) => HEIRS.indexOf(a.role) - HEIRS.indexOf(b.role) || a.joinedAt.getTime() - b.joinedAt.getTime(),
  );
  return ranked[0]?.account.id;
}
