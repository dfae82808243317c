import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

/** Whether the first account exists, and whether this browser has proven the set-up secret, or needs none. */
export const setUpStateQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: async () => {
    const [setup, init] = await Promise.all([
      client.call('GET /console/api/setup', {}),
      client.call('GET /console/api/init', {}),
    ]);
    return { finished: setup.step === 'finished', proven: init.status === 'finished' };
  },
});
