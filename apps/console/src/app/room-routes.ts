import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { identitiesQuery } from '../pages/account/identities-query.ts';
import { sessionsQuery } from '../pages/account/sessions-query.ts';
import { groupQuery } from '../pages/groups/groups-query.ts';
import { myAppsQuery } from '../pages/home/my-apps-query.ts';
import { workspacesQuery } from '../pages/home/workspaces-query.ts';
import { myInvitationsQuery } from '../pages/invitation/my-invitations-query.ts';
import { membersQuery } from '../pages/members/members-query.ts';
import { webAppQuery } from '../pages/webapps/webapps-query.ts';
import { systemFeaturesQuery } from '../session/system-features.ts';
import { picks } from './picked-search.ts';
import { requireAccount } from './require-account.ts';
import { rootRoute } from './root-route.ts';
import { withWords } from './with-words.ts';

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: requireAccount,
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([
      queryClient.ensureQueryData(workspacesQuery),
      queryClient.ensureQueryData(myInvitationsQuery),
      queryClient.ensureQueryData(myAppsQuery),
    ]);
  },
  component: lazyRouteComponent(() => withWords('rooms', import('../pages/home/home-page.tsx')), 'HomePage'),
});

const account = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  validateSearch: picks('identity', 'code', 'reason', 'reference'),
  beforeLoad: requireAccount,
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([queryClient.ensureQueryData(sessionsQuery), queryClient.ensureQueryData(identitiesQuery)]);
  },
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

const withAppWords = <Page>(page: Promise<Page>): Promise<Page> => withWords('webapps', withWords('rooms', page));

const webApps = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webapps',
  beforeLoad: requireAccount,
  loader: async ({ context: { queryClient } }) => {
    await Promise.all([queryClient.ensureQueryData(workspacesQuery), queryClient.ensureQueryData(myAppsQuery)]);
  },
  component: lazyRouteComponent(() => withAppWords(import('../pages/webapps/webapps-page.tsx')), 'WebAppsPage'),
});

const webApp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webapps/$webAppId',
  beforeLoad: requireAccount,
  loader: ({ context, params }) => context.queryClient.ensureQueryData(webAppQuery(params.webAppId)),
  component: lazyRouteComponent(() => withAppWords(import('../pages/webapps/webapp-page.tsx')), 'WebAppPage'),
});

const groups = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups',
  beforeLoad: requireAccount,
  component: lazyRouteComponent(() => withAppWords(import('../pages/groups/groups-page.tsx')), 'GroupsPage'),
});

const group = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups/$groupId',
  beforeLoad: requireAccount,
  loader: ({ context, params }) => context.queryClient.ensureInfiniteQueryData(groupQuery(params.groupId, '')),
  component: lazyRouteComponent(() => withAppWords(import('../pages/groups/group-page.tsx')), 'GroupPage'),
});

/** Pages for somebody who is signed in. */
export const roomRoutes = [home, account, deleted, members, ownership, webApps, webApp, groups, group];
