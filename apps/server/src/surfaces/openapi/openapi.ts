import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { bearerAccountRoutes } from './account.ts';
import { deviceRoutes } from './device.ts';
import { serverRoutes } from './server.ts';

/** `/openapi/v1`: terminals, device grants and bearer sessions. */
export function openApiRoutes(implement: Implement, context: ServerContext): void {
  deviceRoutes(implement, context);
  bearerAccountRoutes(implement, context);
  serverRoutes(implement);
}
