import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';

/** Which sign-in methods are on, and the organisation's name and logo. */
export const systemFeaturesQuery = queryOptions({
  queryKey: ['system-features'],
  queryFn: () => client.call('GET /console/api/system-features', {}),
});
