import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { currentPath } from '../session/current-path.ts';
import { NoAnswer } from '../session/no-answer.ts';
import { wayOut } from '../session/way-out.ts';

/** Whatever page a session ends on, or finds the instance not set up, the person is led to where they can go on. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: lead }),
    mutationCache: new MutationCache({ onError: lead }),
    defaultOptions: {
      // Without `always` a page opened offline would wait for ever instead of saying so.
      queries: { networkMode: 'always', retry: (failures, error) => error instanceof NoAnswer && failures < 1 },
      mutations: { networkMode: 'always' },
    },
  });
}

/** By a full load, so that nothing of a session stays in memory. */
function lead(error: unknown): void {
  const path = wayOut(error, currentPath());
  if (path !== undefined && path !== location.pathname) location.assign(path);
}
