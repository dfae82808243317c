import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../session/client.ts';
import { WEBAPPS } from './webapps-query.ts';

export interface ConditionChanges {
  /** `null` takes it away. */
  readonly passphrase?: string | null;
  readonly address_ranges?: string[];
  readonly share_link?: boolean;
}

/** Changes what an app asks for beside its access mode. */
export function useConditions(appId: string, onSaved: (sessionsEnded: number, changes: ConditionChanges) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: ConditionChanges) =>
      client.call('PUT /console/api/webapps/{webapp_id}/conditions', { params: { webapp_id: appId }, body }),
    onSuccess: async ({ sessions_ended }, changes) => {
      await queryClient.invalidateQueries({ queryKey: WEBAPPS });
      onSaved(sessions_ended, changes);
    },
  });
}
