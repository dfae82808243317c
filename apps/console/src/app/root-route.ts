import { createRootRouteWithContext } from '@tanstack/react-router';
import { Root } from './root.tsx';
import type { RouterContext } from './router-context.ts';

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Root });
