import type { AccountId, GroupId, WebAppId, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { Page } from '../kernel/page.ts';
import type { Group, ListedGroup } from './group.ts';

export interface GroupFilter {
  /** Part of the name, in whatever case. */
  readonly search: string;
  /** Only those that this workspace can choose: its own, and those of the whole instance. */
  readonly choosableBy: WorkspaceId | undefined;
}

export interface GroupStore {
  /** False when a group of the same workspace, or of the whole instance, has the name, in whatever case. */
  add(group: Group): Promise<boolean>;
  find(id: GroupId): Promise<ListedGroup | undefined>;
  /** By name. */
  list(filter: GroupFilter, page: Page): Promise<{ total: number; data: ListedGroup[] }>;
  /** False when another one has the name. */
  rename(id: GroupId, name: string): Promise<boolean>;
  remove(id: GroupId): Promise<boolean>;
  /** Adding somebody twice is no mistake. */
  addMember(id: GroupId, accountId: AccountId): Promise<void>;
  /** False when the account was no member. */
  removeMember(id: GroupId, accountId: AccountId): Promise<boolean>;
  /** Members whose name or address contains `search`, by name. */
  searchMembers(
    id: GroupId,
    search: string,
    page: Page,
  ): Promise<{ total: number; data: Pick<Account, 'id' | 'name' | 'email' | 'avatar'>[] }>;
  /** The WebApps that have chosen the group. */
  webAppsOf(id: GroupId): Promise<WebAppId[]>;
}
