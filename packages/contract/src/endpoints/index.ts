import * as account from './console/account.ts';
import * as bootstrap from './console/bootstrap.ts';
import * as session from './console/session.ts';
import * as systemFeatures from './console/system-features.ts';
import * as workspaces from './console/workspaces.ts';
import type { Endpoint } from './endpoint.ts';
import * as bearerAccount from './openapi/account.ts';
import * as device from './openapi/device.ts';
import * as server from './openapi/server.ts';
import * as operations from './operations.ts';

/** `/console/api`: members, in Dify's wire. */
export const consoleApi = { ...bootstrap, ...systemFeatures, ...session, ...account, ...workspaces };

/** `/openapi/v1`: terminals, device grants and bearer sessions. */
export const openApi = { ...device, ...bearerAccount, ...server };

/** For operators, under no prefix. */
export const operationsApi = { ...operations };

export type ConsoleApi = typeof consoleApi;
export type OpenApi = typeof openApi;

export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(consoleApi),
  ...Object.values(openApi),
  ...Object.values(operationsApi),
];
