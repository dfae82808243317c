import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../session/client.ts';
import { workspacesQuery } from '../home/workspaces-query.ts';
import { myInvitationsQuery } from './my-invitations-query.ts';

export interface InvitationAnswer {
  readonly id: string;
  readonly accept: boolean;
}

/** Accepts or declines an invitation. */
export function useAnswer(onAnswered: (answer: InvitationAnswer) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, accept }: InvitationAnswer) =>
      client.call('POST /console/api/invitations/{invitation_id}/answer', {
        params: { invitation_id: id },
        body: { accept },
      }),
    onSuccess: async (_, answer) => {
      onAnswered(answer);
      await Promise.all([
        queryClient.invalidateQueries(myInvitationsQuery),
        queryClient.invalidateQueries(workspacesQuery),
      ]);
    },
  });
}
