import type { AddressInfo } from 'node:net';
import { ENDPOINTS } from '@latchkey/contract';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { asksForSocket } from '../gate/asks-for-socket.ts';
import { entranceRoutes } from '../gate/enter.ts';
import { gate } from '../gate/gate.ts';
import { adminRoutes } from '../surfaces/admin/admin.ts';
import { consoleRoutes } from '../surfaces/console/console.ts';
import { openApiRoutes } from '../surfaces/openapi/openapi.ts';
import { operationRoutes } from '../surfaces/operations/operations.ts';
import { pageRoutes } from '../surfaces/pages/pages.ts';
import { deviceSsoRoutes } from '../surfaces/sso/device-routes.ts';
import { ssoRoutes } from '../surfaces/sso/sso-routes.ts';
import { webAppApiRoutes } from '../surfaces/webapps/webapps.ts';
import { acceptBodies } from './bodies.ts';
import type { ServerContext } from './context.ts';
import { allowCrossOrigin } from './cross-origin.ts';
import { implementer } from './implement.ts';
import { nextReference } from './reference.ts';
import { answerRefusals, answerUnknown, answerUnreadable } from './refusals.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
/** For the whole of a request to arrive, so that nobody holds connections by sending slowly; uploads to WebApps count. */
const REQUEST_TIMEOUT_MS = 300_000;

/** The whole server as one Fastify app; it listens when it is told to. */
export async function buildApp(context: ServerContext, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const { trustedProxies } = context.settings;
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: answerUnreadable,
    genReqId: nextReference,
    requestIdHeader: false,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 256 },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    http: { shouldUpgradeCallback: asksForSocket },
  });
  logRequests(app);
  securityHeaders(app);
  gate(app, context);
  await allowCrossOrigin(app, context.settings.corsOrigins);
  acceptBodies(app);
  answerRefusals(app);

  const implement = implementer(app, context);
  consoleRoutes(implement, context);
  openApiRoutes(implement, context);
  adminRoutes(implement, context);
  operationRoutes(app, implement, context);
  webAppApiRoutes(implement, context);
  entranceRoutes(app, implement, context);
  ssoRoutes(app, context);
  deviceSsoRoutes(app, context);
  answerUnknown(app, ENDPOINTS, await pageRoutes(app));
  return app;
}

/** The address the app listens on, as a person would open it. */
export function addressOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo;
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
