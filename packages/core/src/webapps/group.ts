import type { GroupId, WorkspaceId } from '@latchkey/contract/vocabulary';

/** Members that are chosen together. */
export interface Group {
  readonly id: GroupId;
  readonly name: string;
  /** Whose it is; `null`: of the whole instance, which administrators manage and every workspace can choose. */
  readonly workspaceId: WorkspaceId | null;
  readonly createdAt: Date;
}

export interface GroupRef extends Pick<Group, 'id' | 'name'> {
  readonly memberCount: number;
}

export interface ListedGroup extends Group {
  readonly memberCount: number;
  readonly workspaceName: string | null;
}
