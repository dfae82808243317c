import { redirect } from '@tanstack/react-router';
import { profileQuery } from '../session/profile.ts';
import type { RouterContext } from './router-context.ts';

interface Visit {
  readonly context: RouterContext;
  readonly location: { readonly href: string };
}

/** Leads somebody who is not signed in to the sign-in page, and back from there. */
export async function requireAccount({ context, location }: Visit): Promise<void> {
  const account = await context.queryClient.fetchQuery(profileQuery);
  if (account !== null) return;
  throw redirect({ to: '/signin', search: location.href === '/' ? {} : { redirect_url: location.href } });
}
