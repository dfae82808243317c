import type { Role } from '@latchkey/contract/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminClient } from '../../../admin/client.ts';

export type MembershipChange =
  | { readonly kind: 'role'; readonly accountId: string; readonly role: Role }
  | { readonly kind: 'remove'; readonly accountId: string };

const PLACE = '/admin-api/v1/workspaces/{workspace_id}/members/{account_id}';

/** Adds a member, changes a role, hands over the workspace, or removes a member. */
export function useMembership(workspaceId: string, onChanged: (change: MembershipChange) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: MembershipChange) => {
      const params = { workspace_id: workspaceId, account_id: change.accountId };
      return change.kind === 'remove'
        ? adminClient.call(`DELETE ${PLACE}`, { params })
        : adminClient.call(`PUT ${PLACE}`, { params, body: { role: change.role } });
    },
    onSuccess: async (_, change) => {
      onChanged(change);
      await queryClient.invalidateQueries({ queryKey: ['admin'] });
    },
  });
}
