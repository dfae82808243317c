import { WireError } from '@latchkey/sdk';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { leaveForSignIn } from '../session/leave-for-sign-in.ts';
import { NoAnswer } from '../session/no-answer.ts';
import { isSignedOut } from '../session/session-send.ts';

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

function lead(error: unknown): void {
  if (isSignedOut(error)) leaveForSignIn();
  if (isNotSetUp(error) && location.pathname !== '/setup') location.assign('/setup');
}

function isNotSetUp(error: unknown): boolean {
  return error instanceof WireError && (error.code === 'not_setup' || error.code === 'not_init_validated');
}
