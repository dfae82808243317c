import type { EndpointRequest } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../session/client.ts';
import { WEBAPPS } from './webapps-query.ts';

const ROUTE = 'PATCH /console/api/webapps/{webapp_id}';

type Changes = EndpointRequest<Routes[typeof ROUTE]>['body'];

/** Changes a WebApp; says how many open sessions that ended. */
export function useWebAppChange(appId: string, onSaved: (sessionsEnded: number) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Changes) => client.call(ROUTE, { params: { webapp_id: appId }, body }),
    onSuccess: async ({ sessions_ended }) => {
      await queryClient.invalidateQueries({ queryKey: WEBAPPS });
      onSaved(sessions_ended);
    },
  });
}
