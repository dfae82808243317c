export type {
  Caller,
  Endpoint,
  EndpointInput,
  EndpointOutput,
  EndpointRequest,
  EndpointResult,
  Envelope,
} from './endpoints/endpoint.ts';
export { type ConsoleApi, consoleApi, ENDPOINTS, type OpenApi, openApi, operationsApi } from './endpoints/index.ts';
