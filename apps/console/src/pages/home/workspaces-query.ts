import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

/** The workspaces of whoever is signed in, and their role in the current one. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: async () => {
    const { workspaces } = await client.call('GET /console/api/workspaces', {});
    if (workspaces.length === 0) return { workspaces, role: undefined };
    const { role } = await client.call('POST /console/api/workspaces/current', {});
    return { workspaces, role };
  },
});
