import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { redirectTarget } from '../../session/redirect-target.ts';

/** Goes back to where the person came from before they were asked to sign in. */
export function useReturn(wanted: string | undefined): () => void {
  const router = useRouter();
  return useCallback(() => {
    const target = redirectTarget(wanted, location.origin);
    const [, , page] = router.getMatchedRoutes(new URL(target, location.origin).pathname);
    // What is not a page of ours is still a path of our server.
    if (page === undefined) location.replace(target);
    else router.history.replace(target);
  }, [router, wanted]);
}
