import type { AccountId, Role, WorkspaceId, WorkspaceStatus } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { JoinedWorkspace, ListedWorkspace, Membership, Workspace, WorkspaceMember } from './workspace.ts';

export interface WorkspaceFilter {
  /** Part of the name, in whatever case. */
  readonly search: string;
  readonly status: WorkspaceStatus | undefined;
}

export interface WorkspaceOrder {
  /** By name whatever its case. */
  readonly sort: 'name' | 'created_at' | 'member_count';
  readonly descending: boolean;
}

export interface WorkspaceStore {
  add(workspace: Workspace): Promise<void>;
  find(id: WorkspaceId): Promise<Workspace | undefined>;
  findListed(id: WorkspaceId): Promise<ListedWorkspace | undefined>;
  change(id: WorkspaceId, changes: Partial<Pick<Workspace, 'name' | 'status'>>): Promise<void>;
  /** With everybody's place in it; false when it was gone already. */
  remove(id: WorkspaceId): Promise<boolean>;
  list(filter: WorkspaceFilter & WorkspaceOrder, page: Page): Promise<{ total: number; data: ListedWorkspace[] }>;
  /**
   * Every workspace that the filter finds, by id. One that is there all along is in it exactly once, whatever changes
   * meanwhile; others get their turn in between, however long it is.
   */
  read(filter: WorkspaceFilter): AsyncIterable<ListedWorkspace>;
  /** False when the account is a member already, or when the workspace has an owner and the role is `owner`. */
  addMember(membership: Membership): Promise<boolean>;
  findMember(id: WorkspaceId, accountId: AccountId): Promise<Membership | undefined>;
  /** The members of a workspace, longest-standing first. */
  listMembers(id: WorkspaceId): Promise<WorkspaceMember[]>;
  /** The same, of those whose name or address contains `search`, a page at a time. */
  searchMembers(id: WorkspaceId, search: string, page: Page): Promise<{ total: number; data: WorkspaceMember[] }>;
  /** False when the account is no member, or owns the workspace; nobody becomes owner by it. */
  setRole(id: WorkspaceId, accountId: AccountId, role: Exclude<Role, 'owner'>): Promise<boolean>;
  /** Of two concurrent calls exactly one returns true. */
  removeMember(id: WorkspaceId, accountId: AccountId): Promise<boolean>;
  /**
   * Makes one member the owner, and the owner an admin. False when `from` does not own it or `to` is no member. Of two
   * concurrent calls exactly one returns true, and there is one owner at every instant.
   */
  handOver(id: WorkspaceId, from: AccountId, to: AccountId): Promise<boolean>;
  /** The workspaces of an account, archived ones too, oldest first. */
  listOf(accountId: AccountId): Promise<JoinedWorkspace[]>;
}
