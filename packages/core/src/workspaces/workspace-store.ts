import type { AccountId } from '@latchkey/contract/vocabulary';
import type { JoinedWorkspace, Membership, Workspace } from './workspace.ts';

export interface WorkspaceStore {
  add(workspace: Workspace): Promise<void>;
  /** False when the account is a member already, or when the workspace has an owner and the role is `owner`. */
  addMember(membership: Membership): Promise<boolean>;
  /** The workspaces of an account, archived ones too, oldest first. */
  listOf(accountId: AccountId): Promise<JoinedWorkspace[]>;
}
