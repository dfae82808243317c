import type { QueryClient } from '@tanstack/react-query';

export interface RouterContext {
  readonly queryClient: QueryClient;
  /** From the fragment of the set-up link. */
  readonly setUpSecret: string | undefined;
}
