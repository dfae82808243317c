import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { accountRoutes } from './account.ts';
import { bootstrapRoutes } from './bootstrap.ts';
import { sessionRoutes } from './session.ts';
import { systemFeatureRoutes } from './system-features.ts';
import { workspaceRoutes } from './workspaces.ts';

/** `/console/api`: members, in Dify's wire. */
export function consoleRoutes(implement: Implement, context: ServerContext): void {
  bootstrapRoutes(implement, context);
  systemFeatureRoutes(implement, context);
  sessionRoutes(implement, context);
  accountRoutes(implement, context);
  workspaceRoutes(implement, context);
}
