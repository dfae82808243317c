import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ssoOptionsQuery } from '../session/sso-options.ts';
import { systemFeaturesQuery } from '../session/system-features.ts';
import { picks } from './picked-search.ts';
import { rootRoute } from './root-route.ts';
import type { RouterContext } from './router-context.ts';
import { withWords } from './with-words.ts';

const pages = () => withWords('admin', import('../pages/admin/pages.ts'));

const door = {
  getParentRoute: () => rootRoute,
  loader: ({ context }: { context: RouterContext }) => context.queryClient.ensureQueryData(systemFeaturesQuery),
};

const signIn = createRoute({
  ...door,
  path: '/admin/signin',
  validateSearch: picks('redirect_url', 'code', 'reason', 'reference'),
  loader: async (visit) => {
    await Promise.all([door.loader(visit), visit.context.queryClient.fetchQuery(ssoOptionsQuery('administration'))]);
  },
  component: lazyRouteComponent(pages, 'AdminSignInPage'),
});

const enter = createRoute({ ...door, path: '/admin/enter', component: lazyRouteComponent(pages, 'EnterPage') });

/** Around every page for somebody who is signed in to the administration. */
const administration = createRoute({
  getParentRoute: () => rootRoute,
  id: 'administration',
  component: lazyRouteComponent(pages, 'AdminFrame'),
});

const page = {
  getParentRoute: () => administration,
  errorComponent: lazyRouteComponent(pages, 'AdminFailure'),
  pendingComponent: lazyRouteComponent(pages, 'AdminPending'),
};

const rooms = [
  createRoute({
    ...page,
    path: '/admin',
    validateSearch: picks('days'),
    component: lazyRouteComponent(pages, 'OverviewPage'),
  }),
  createRoute({ ...page, path: '/admin/methods', component: lazyRouteComponent(pages, 'MethodsPage') }),
  createRoute({
    ...page,
    path: '/admin/sso',
    validateSearch: picks('deleted'),
    component: lazyRouteComponent(pages, 'SsoPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/sso/new',
    validateSearch: picks('kind'),
    component: lazyRouteComponent(pages, 'NewConnectionPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/sso/$connectionId',
    validateSearch: picks('created'),
    component: lazyRouteComponent(pages, 'ConnectionPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/sso/$connectionId/tests/$testId',
    component: lazyRouteComponent(pages, 'SsoTestPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/members',
    validateSearch: picks('q', 'status', 'workspace_id', 'without_workspace', 'sort', 'order', 'page'),
    component: lazyRouteComponent(pages, 'MembersPage'),
  }),
  createRoute({ ...page, path: '/admin/members/$accountId', component: lazyRouteComponent(pages, 'MemberPage') }),
  createRoute({
    ...page,
    path: '/admin/invitations',
    validateSearch: picks('q', 'status', 'page'),
    component: lazyRouteComponent(pages, 'InvitationsPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/workspaces',
    validateSearch: picks('q', 'status', 'sort', 'order', 'page'),
    component: lazyRouteComponent(pages, 'WorkspacesPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/workspaces/$workspaceId',
    validateSearch: picks('q', 'page'),
    component: lazyRouteComponent(pages, 'WorkspacePage'),
  }),
  createRoute({
    ...page,
    path: '/admin/webapps',
    validateSearch: picks('q', 'page'),
    component: lazyRouteComponent(pages, 'WebAppsPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/groups',
    validateSearch: picks('q', 'page'),
    component: lazyRouteComponent(pages, 'GroupsPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/groups/$groupId',
    validateSearch: picks('q', 'page'),
    component: lazyRouteComponent(pages, 'GroupPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/external-users',
    validateSearch: picks('q', 'page'),
    component: lazyRouteComponent(pages, 'ExternalUsersPage'),
  }),
  createRoute({ ...page, path: '/admin/administrators', component: lazyRouteComponent(pages, 'AdministratorsPage') }),
  createRoute({
    ...page,
    path: '/admin/mail',
    validateSearch: picks('q', 'status', 'kind', 'page'),
    component: lazyRouteComponent(pages, 'MailPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/attempts',
    validateSearch: picks('reference', 'email', 'outcome', 'method', 'from', 'to', 'page'),
    component: lazyRouteComponent(pages, 'AttemptsPage'),
  }),
  createRoute({
    ...page,
    path: '/admin/audit',
    validateSearch: picks('q', 'action', 'actor', 'subject', 'workspace', 'from', 'to', 'before'),
    component: lazyRouteComponent(pages, 'AuditPage'),
  }),
  createRoute({ ...page, path: '/admin/settings', component: lazyRouteComponent(pages, 'SettingsPage') }),
] as const;

/** The administration, behind its own door. */
export const adminRoutes = [signIn, enter, administration.addChildren(rooms)] as const;
