import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { personalSpaceName } from './workspace.ts';

/** Makes the workspace that an account owns by itself, in the caller's transaction. */
export async function addPersonalSpace(
  { secrets }: Pick<Platform, 'secrets'>,
  { workspaces }: Pick<Stores, 'workspaces'>,
  account: Account,
  createdAt: Date,
): Promise<WorkspaceId> {
  const id = secrets.newId<WorkspaceId>();
  await workspaces.add({ id, name: personalSpaceName(account.name), status: 'normal', createdAt });
  await workspaces.addMember({ workspaceId: id, accountId: account.id, role: 'owner', createdAt });
  return id;
}
