import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { FailurePage } from '../design/failure-page.tsx';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { sessionsQuery } from '../pages/account/sessions-query.ts';
import { workspacesQuery } from '../pages/home/workspaces-query.ts';
import { MissingPage } from '../pages/missing-page.tsx';
import { setUpStateQuery } from '../pages/setup/set-up-state-query.ts';
import { profileQuery } from '../session/profile.ts';
import { systemFeaturesQuery } from '../session/system-features.ts';
import { parsePlainSearch, stringifyPlainSearch } from './plain-search.ts';
import { Root } from './root.tsx';
import type { RouterContext } from './router-context.ts';

const root = createRootRouteWithContext<RouterContext>()({ component: Root });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: requireAccount,
  loader: ({ context }) => context.queryClient.ensureQueryData(workspacesQuery),
  component: lazyRouteComponent(() => import('../pages/home/home-page.tsx'), 'HomePage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  beforeLoad: requireAccount,
  loader: ({ context }) => context.queryClient.ensureQueryData(sessionsQuery),
  component: lazyRouteComponent(() => import('../pages/account/account-page.tsx'), 'AccountPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  validateSearch: ({ redirect_url }: { redirect_url?: string }) => (redirect_url === undefined ? {} : { redirect_url }),
  loader: ({ context }) => context.queryClient.ensureQueryData(systemFeaturesQuery),
  component: lazyRouteComponent(() => import('../pages/signin/sign-in-page.tsx'), 'SignInPage'),
});

const device = createRoute({
  getParentRoute: () => root,
  path: '/device',
  validateSearch: ({ user_code }: { user_code?: string }) => (user_code === undefined ? {} : { user_code }),
  component: lazyRouteComponent(() => import('../pages/device/device-page.tsx'), 'DevicePage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  loader: ({ context }) => context.queryClient.ensureQueryData(setUpStateQuery),
  component: lazyRouteComponent(() => import('../pages/setup/set-up-page.tsx'), 'SetUpPage'),
});

// Where Dify has these pages.
const install = createRoute({ getParentRoute: () => root, path: '/install', beforeLoad: toSetUp });
const init = createRoute({ getParentRoute: () => root, path: '/init', beforeLoad: toSetUp });

const routeTree = root.addChildren([home, account, signIn, device, setup, install, init]);

export function createPages(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    parseSearch: parsePlainSearch,
    stringifySearch: stringifyPlainSearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: MissingPage,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}

async function requireAccount({ context, location }: { context: RouterContext; location: { href: string } }) {
  const account = await context.queryClient.fetchQuery(profileQuery);
  if (account !== null) return;
  throw redirect({ to: '/signin', search: location.href === '/' ? {} : { redirect_url: location.href } });
}

function toSetUp(): never {
  throw redirect({ to: '/setup', replace: true });
}
