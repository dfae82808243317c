import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type Member = EndpointOutput<Routes['GET /console/api/workspaces/current/members']>['accounts'][number];
export type OpenInvitation = EndpointOutput<Routes['GET /console/api/workspaces/current/invitations']>['data'][number];

/** The current workspace, who is in it, and what whoever is signed in may do there. */
export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: async () => {
    const [workspace, permission, { accounts }] = await Promise.all([
      client.call('POST /console/api/workspaces/current', {}),
      client.call('GET /console/api/workspaces/current/permission', {}),
      client.call('GET /console/api/workspaces/current/members', {}),
    ]);
    const manages = workspace.role === 'owner' || workspace.role === 'admin';
    return {
      workspace,
      members: accounts,
      manages,
      mayInvite: manages && permission.allow_member_invite,
      mayHandOver: workspace.role === 'owner' && permission.allow_owner_transfer,
      invitations: manages ? await openInvitations() : [],
    };
  },
});

async function openInvitations(): Promise<OpenInvitation[]> {
  return (await client.call('GET /console/api/workspaces/current/invitations', {})).data;
}
