import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { setUpStateQuery } from '../pages/setup/set-up-state-query.ts';
import { doorQuery } from '../pages/webapp-door/door-query.ts';
import { appIn, type DoorSearch } from '../pages/webapp-door/door-search.ts';
import { profileQuery } from '../session/profile.ts';
import { ssoOptionsQuery } from '../session/sso-options.ts';
import { systemFeaturesQuery } from '../session/system-features.ts';
import { unfinishedSignInQuery } from '../session/unfinished-sign-in.ts';
import { picks } from './picked-search.ts';
import { rootRoute } from './root-route.ts';
import type { RouterContext } from './router-context.ts';
import { withReturn } from './with-return.ts';
import { withWords } from './with-words.ts';

interface Visit {
  readonly context: RouterContext;
}

const features = ({ context }: Visit) => context.queryClient.ensureQueryData(systemFeaturesQuery);

/** What the pages around signing in have in common. */
const entrance = { getParentRoute: () => rootRoute, validateSearch: withReturn, loader: features } as const;

const signIn = createRoute({
  ...entrance,
  path: '/signin',
  validateSearch: picks('redirect_url', 'code', 'reason', 'reference'),
  loader: async (visit) => {
    await Promise.all([features(visit), visit.context.queryClient.fetchQuery(ssoOptionsQuery('workspace'))]);
  },
  component: lazyRouteComponent(() => import('../pages/signin/sign-in-page.tsx'), 'SignInPage'),
});

const signInCode = createRoute({
  ...entrance,
  path: '/signin/check-code',
  component: lazyRouteComponent(() => import('../pages/signin/check-code-page.tsx'), 'CheckCodePage'),
});

const signInCookies = createRoute({
  ...entrance,
  path: '/signin/cookies',
  component: lazyRouteComponent(() => import('../pages/signin/cookies-page.tsx'), 'CookiesPage'),
});

const link = createRoute({
  ...entrance,
  path: '/signin/link',
  loader: async (visit) => {
    await Promise.all([features(visit), visit.context.queryClient.fetchQuery(profileQuery)]);
  },
  component: lazyRouteComponent(() => withWords('doors', import('../pages/signin/link-page.tsx')), 'LinkPage'),
});

const unfinished = createRoute({
  ...entrance,
  path: '/signin/unfinished',
  loader: async (visit) => {
    await Promise.all([features(visit), visit.context.queryClient.fetchQuery(unfinishedSignInQuery)]);
  },
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/signin/unfinished-page.tsx')),
    'UnfinishedPage',
  ),
});

const register = createRoute({
  ...entrance,
  path: '/signup',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/registration/register-page.tsx')),
    'RegisterPage',
  ),
});

const registerCode = createRoute({
  ...entrance,
  path: '/signup/check-code',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/registration/register-code-page.tsx')),
    'RegisterCodePage',
  ),
});

const newAccount = createRoute({
  ...entrance,
  path: '/signup/set-password',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/registration/new-account-page.tsx')),
    'NewAccountPage',
  ),
});

const forgot = createRoute({
  ...entrance,
  path: '/reset-password',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/new-password/forgot-page.tsx')),
    'ForgotPage',
  ),
});

const forgotCode = createRoute({
  ...entrance,
  path: '/reset-password/check-code',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/new-password/forgot-code-page.tsx')),
    'ForgotCodePage',
  ),
});

const forgotSet = createRoute({
  ...entrance,
  path: '/reset-password/set-password',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/new-password/forgot-set-page.tsx')),
    'ForgotSetPage',
  ),
});

const passwordLink = createRoute({
  ...entrance,
  path: '/set-password',
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/new-password/password-link-page.tsx')),
    'PasswordLinkPage',
  ),
});

const invitation = createRoute({
  ...entrance,
  path: '/activate',
  loader: async (visit) => {
    const { queryClient } = visit.context;
    await Promise.all([
      features(visit),
      queryClient.fetchQuery(profileQuery),
      queryClient.fetchQuery(ssoOptionsQuery('workspace')),
    ]);
  },
  component: lazyRouteComponent(
    () => withWords('doors', import('../pages/invitation/invitation-page.tsx')),
    'InvitationPage',
  ),
});

const device = createRoute({
  getParentRoute: () => rootRoute,
  path: '/device',
  validateSearch: picks('user_code', 'sso_verified', 'sso_error', 'reason', 'reference'),
  loader: features,
  component: lazyRouteComponent(() => withWords('doors', import('../pages/device/device-page.tsx')), 'DevicePage'),
});

const webAppDoor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webapp-signin',
  validateSearch: picks('app', 'reason', 'code', 'reference', 'redirect_url'),
  loaderDeps: ({ search }: { search: DoorSearch }) => ({ code: appIn(search) }),
  loader: async ({ context, deps: { code } }) => {
    const { queryClient } = context;
    await Promise.all([
      features({ context }),
      code === undefined ? null : queryClient.ensureQueryData(doorQuery(code)),
    ]);
  },
  component: lazyRouteComponent(() => withWords('doors', import('../pages/webapp-door/door-page.tsx')), 'DoorPage'),
});

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  loader: ({ context }) => context.queryClient.ensureQueryData(setUpStateQuery),
  component: lazyRouteComponent(() => withWords('doors', import('../pages/setup/set-up-page.tsx')), 'SetUpPage'),
});

// Where Dify has these pages.
const install = createRoute({ getParentRoute: () => rootRoute, path: '/install', beforeLoad: () => leadTo('/setup') });
const init = createRoute({ getParentRoute: () => rootRoute, path: '/init', beforeLoad: () => leadTo('/setup') });
const forgotLegacy = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  beforeLoad: () => leadTo('/reset-password'),
});
const inviteSettings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signin/invite-settings',
  beforeLoad: () => leadTo('/activate'),
});

/** Pages that one passes through. */
export const doorRoutes = [
  signIn,
  signInCode,
  signInCookies,
  link,
  unfinished,
  register,
  registerCode,
  newAccount,
  forgot,
  forgotCode,
  forgotSet,
  passwordLink,
  invitation,
  device,
  webAppDoor,
  setup,
  install,
  init,
  forgotLegacy,
  inviteSettings,
];

function leadTo(to: '/setup' | '/reset-password' | '/activate'): never {
  throw redirect({ to, replace: true });
}
