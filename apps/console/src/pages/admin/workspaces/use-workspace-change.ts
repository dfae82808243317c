import type { EndpointRequest } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminClient } from '../../../admin/client.ts';
import { WORKSPACES } from './workspaces-query.ts';

type Change = EndpointRequest<Routes['PATCH /admin-api/v1/workspaces/{workspace_id}']>['body'];

/** Renames, archives or reopens a workspace, or makes it the default one. */
export function useWorkspaceChange(workspaceId: string, onChanged?: (change: Change) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Change) =>
      adminClient.call('PATCH /admin-api/v1/workspaces/{workspace_id}', {
        params: { workspace_id: workspaceId },
        body,
      }),
    onSuccess: async (_, change) => {
      onChanged?.(change);
      await queryClient.invalidateQueries({ queryKey: WORKSPACES });
    },
  });
}
