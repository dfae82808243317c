import type { EndpointOutput } from '@latchkey/contract';
import { type Routes, WireError } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type Door = EndpointOutput<Routes['GET /gate/apps/{code}']>;

/** What anybody may know about an app before they are let in; `null` when there is none. */
export function doorQuery(code: string) {
  return queryOptions({
    queryKey: ['door', code],
    queryFn: async (): Promise<Door | null> => {
      try {
        return await client.call('GET /gate/apps/{code}', { params: { code } });
      } catch (error) {
        if (error instanceof WireError && error.code === 'webapp_not_found') return null;
        throw error;
      }
    },
  });
}
