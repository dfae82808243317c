import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { sessionsQuery } from '../pages/account/sessions-query.ts';
import { workspacesQuery } from '../pages/home/workspaces-query.ts';
import { myInvitationsQuery } from '../pages/invitation/my-invitations-query.ts';
import { membersQuery } from '../pages/members/members-query.ts';
import { systemFeaturesQuery } from '../session/system-features.ts';
import { requireAccount } from './require-account.ts';
import { rootRoute } from './root-route.ts';
import { withWords } from './with-words.ts';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: requireAccount,
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([queryClient.ensureQueryData(workspacesQuery), queryClient.ensureQueryData(myInvitationsQuery)]);
  },
  component: lazyRouteComponent(() => withWords('rooms', import('../pages/home/home-page.tsx')), 'HomePage'),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  beforeLoad: requireAccount,
  loader: ({ context }) => context.queryClient.ensureQueryData(sessionsQuery),
  component: lazyRouteComponent(() => withWords('rooms', import('../pages/account/account-page.tsx')), 'AccountPage'),
});

const deleted = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account/deleted',
  loader: ({ context }) => context.queryClient.ensureQueryData(systemFeaturesQuery),
  component: lazyRouteComponent(() => withWords('rooms', import('../pages/account/deleted-page.tsx')), 'DeletedPage'),
});

const members = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members',
  beforeLoad: requireAccount,
  loader: ({ context }) => context.queryClient.ensureQueryData(membersQuery),
  component: lazyRouteComponent(() => withWords('rooms', import('../pages/members/members-page.tsx')), 'MembersPage'),
});

const ownership = createRoute({
  getParentRoute: () => rootRoute,
  path: '/members/ownership',
  beforeLoad: requireAccount,
  loader: ({ context }) => context.queryClient.ensureQueryData(membersQuery),
  component: lazyRouteComponent(
    () => withWords('rooms', import('../pages/members/ownership-page.tsx')),
    'OwnershipPage',
  ),
});

/** Pages for somebody who is signed in. */
export const roomRoutes = [home, account, deleted, members, ownership];
