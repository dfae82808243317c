import { createRouter } from '@tanstack/react-router';
import { FailurePage } from '../design/failure-page.tsx';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { MissingPage } from '../pages/missing-page.tsx';
import { adminRoutes } from './admin-routes.ts';
import { doorRoutes } from './door-routes.ts';
import { parsePlainSearch, stringifyPlainSearch } from './plain-search.ts';
import { roomRoutes } from './room-routes.ts';
import { rootRoute } from './root-route.ts';
import type { RouterContext } from './router-context.ts';

const routeTree = rootRoute.addChildren([...roomRoutes, ...doorRoutes, ...adminRoutes]);

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
