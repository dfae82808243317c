import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';

/** The workspace that takes in every new account, while there is one and it is open. */
export async function defaultWorkspace(
  { defaultWorkspaceId }: Platform['rules'],
  { workspaces }: Pick<Stores, 'workspaces'>,
): Promise<WorkspaceId | undefined> {
  if (defaultWorkspaceId === null) return undefined;
  const workspace = await workspaces.find(defaultWorkspaceId);
  return workspace?.status === 'normal' ? workspace.id : undefined;
}
