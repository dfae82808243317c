export type {
  Caller,
  Endpoint,
  EndpointInput,
  EndpointOutput,
  EndpointRequest,
  EndpointResult,
  Envelope,
} from './endpoints/endpoint.ts';
export {
  type AdminApi,
  adminApi,
  type ConsoleApi,
  consoleApi,
  ENDPOINTS,
  type OpenApi,
  openApi,
  operationsApi,
  type WebAppApi,
  webAppApi,
} from './endpoints/index.ts';
export { ssoRedirects } from './endpoints/sso/redirects.ts';
