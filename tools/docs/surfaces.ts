import { adminApi, consoleApi, ENDPOINTS, type Endpoint, openApi, operationsApi, webAppApi } from '@latchkey/contract';

/** One group of endpoints under a common prefix. */
export interface Surface {
  readonly name: string;
  readonly prefix: string;
  readonly about: string;
  readonly operations: readonly Operation[];
}

export interface Operation {
  /** Unique among all surfaces. */
  readonly id: string;
  readonly endpoint: Endpoint;
}

export const SURFACES: readonly Surface[] = [
  {
    name: 'Console',
    prefix: '/console/api',
    about: 'For members, in Dify’s wire: set-up, sign-in, the account and its workspaces.',
    operations: operations('console', consoleApi),
  },
  {
    name: 'Terminals',
    prefix: '/openapi/v1',
    about: 'For terminals: device grants (RFC 8628) and the bearer sessions they become.',
    operations: operations('terminal', openApi),
  },
  {
    name: 'WebApps',
    prefix: '/',
    about: 'For those who open WebApps, in Dify’s wire (`/api`), and the way through the gate (`/gate`).',
    operations: operations('webapp', webAppApi),
  },
  {
    name: 'Administration',
    prefix: '/admin-api/v1',
    about:
      'For the administration pages and for scripts with an API key (`Authorization: Bearer lka_…`). Refusals are `application/problem+json` (RFC 9457), times ISO 8601 UTC, lists pages.',
    operations: operations('admin', adminApi),
  },
  {
    name: 'Operations',
    prefix: '/',
    about: 'For operators and what watches over processes; `/metrics` answers in Prometheus’ own format.',
    operations: operations('operations', operationsApi),
  },
];

refuseStrays();

function operations(surface: string, endpoints: Readonly<Record<string, Endpoint>>): Operation[] {
  const all = Object.entries(endpoints).map(([name, endpoint]) => ({ id: `${surface}.${name}`, endpoint }));
  const place = ({ endpoint: { path, method } }: Operation) => `${path} ${method}`;
  return all.sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** An endpoint that is served but on no surface would be missing from the reference without a word. */
function refuseStrays(): void {
  const printed = new Set(SURFACES.flatMap((surface) => surface.operations.map(({ endpoint }) => endpoint)));
  const strays = ENDPOINTS.filter((endpoint) => !printed.has(endpoint));
  if (strays.length > 0) throw new Error(`On no surface: ${strays.map(({ method, path }) => `${method} ${path}`)}`);
}
