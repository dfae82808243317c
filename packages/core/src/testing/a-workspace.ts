import type { Workspace } from '../workspaces/workspace.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

export function aWorkspace(differences: Partial<Workspace> = {}): Workspace {
  return { id: anId(1), name: "Ada's Workspace", status: 'normal', createdAt: NOON, ...differences };
}
