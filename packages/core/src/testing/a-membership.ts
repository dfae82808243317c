import type { Membership } from '../workspaces/workspace.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

/** Ada's, as owner. */
export function aMembership(differences: Partial<Membership> = {}): Membership {
  return { workspaceId: anId(1), accountId: anId(1), role: 'owner', createdAt: NOON, ...differences };
}
