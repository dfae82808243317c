import type { Caller, Endpoint } from '@latchkey/contract';
import packageJson from '../../package.json' with { type: 'json' };
import { mediaTypeOf } from './from-apps.ts';
import { inputSchema, type JsonSchema, outputSchema } from './json-schema.ts';
import { ENVELOPES, refusalsOf, type WireRefusal, wireRefusal } from './refusals.ts';
import { type Operation, SURFACES } from './surfaces.ts';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of every endpoint. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version: packageJson.version,
      description: 'Open, self-hosted sign-in for AI workspaces, on the wire of Dify.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: SURFACES.map(({ name, about }) => ({ name, description: about })),
    paths: paths(),
    components: { schemas: refusalSchemas(), examples: refusalExamples(), securitySchemes: SECURITY_SCHEMES },
  };
}

function paths(): Record<string, Json> {
  const all: Record<string, Json> = {};
  for (const { name, operations } of SURFACES) {
    for (const operation of operations) {
      const { method, path } = operation.endpoint;
      all[path] = { ...all[path], [method.toLowerCase()]: describe(name, operation) };
    }
  }
  return all;
}

function describe(surface: string, { id, endpoint }: Operation): Json {
  const { summary, description, caller, params, query, body } = endpoint;
  const parameters = [
    ...(params === undefined ? [] : parametersIn('path', inputSchema(params))),
    ...(query === undefined ? [] : parametersIn('query', inputSchema(query))),
  ];
  return {
    operationId: id,
    tags: [surface],
    summary,
    ...(description === undefined ? {} : { description }),
    security: SECURITY[caller],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(inputSchema(body)) } }),
    responses: responses(endpoint),
  };
}

function parametersIn(place: 'path' | 'query', { properties = {}, required = [] }: JsonSchema): Json[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema,
  }));
}

function responses(endpoint: Endpoint): Json {
  const { status = 200, output, envelope, contentType = 'application/json' } = endpoint;
  const byStatus = Map.groupBy(refusalsOf(endpoint), (refusal) => String(refusal.status));
  return {
    [status]: { description: 'Done.', content: { [contentType]: { schema: outputSchema(output) } } },
    ...Object.fromEntries([...byStatus].map(([code, refusals]) => [code, refused(endpoint, refusals)])),
    default: { ...refused(endpoint, [wireRefusal(envelope, 'internal')]), description: 'Any other refusal.' },
  };
}

function refused({ envelope }: Endpoint, refusals: readonly WireRefusal[]): Json {
  const schema = { $ref: `#/components/schemas/${ENVELOPES[envelope].name}` };
  const examples = refusals.map(({ code }) => [code, { $ref: `#/components/examples/${envelope}.${code}` }]);
  return {
    description: refusals.map(({ code }) => `\`${code}\``).join(', '),
    content: { [mediaTypeOf(envelope)]: { schema, examples: Object.fromEntries(examples) } },
  };
}

function json(schema: JsonSchema): Json {
  return { 'application/json': { schema } };
}

function refusalSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.values(ENVELOPES).map(({ name, about, schema }) => [name, { description: about, ...outputSchema(schema) }]),
  );
}

/** Every refusal that some endpoint names, as it looks on the wire. */
function refusalExamples(): Record<string, Json> {
  const all = SURFACES.flatMap(({ operations }) =>
    operations.flatMap(({ endpoint }) =>
      [...refusalsOf(endpoint), wireRefusal(endpoint.envelope, 'internal')].map(({ code, message, body }) => [
        `${endpoint.envelope}.${code}`,
        { summary: message, value: body },
      ]),
    ),
  );
  return Object.fromEntries(all);
}

const SECURITY_SCHEMES = {
  accessCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'access_token',
    description: 'Set by signing in; `__Host-access_token` over https.',
  },
  accessBearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The access token of a console session; wins over cookies.',
  },
  csrfCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'csrf_token',
    description: 'Set by signing in; `__Host-csrf_token` over https.',
  },
  csrfHeader: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF-Token',
    description: 'The value of the CSRF cookie, with every request, GET included.',
  },
  adminCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'latchkey_admin',
    description: 'Set by signing in to the administration; `__Host-latchkey_admin` over https.',
  },
  adminHeader: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Latchkey-Admin',
    description: 'Any value, with every request that brings the cookie.',
  },
  adminKey: { type: 'http', scheme: 'bearer', description: 'An API key of the administration: `lka_…`.' },
  deviceBearer: { type: 'http', scheme: 'bearer', description: 'The token of a bearer session: `dfoa_…`.' },
  externalBearer: { type: 'http', scheme: 'bearer', description: 'The token of an external user’s: `dfoe_…`.' },
} as const;

type Requirement = { readonly [Name in keyof typeof SECURITY_SCHEMES]?: readonly [] };

/** What each kind of caller must bring: all of one entry. */
const SECURITY: Readonly<Record<Caller, readonly Requirement[]>> = {
  anyone: [],
  console: [
    { accessCookie: [], csrfCookie: [], csrfHeader: [] },
    { accessBearer: [], csrfCookie: [], csrfHeader: [] },
  ],
  console_cookie: [{ accessCookie: [], csrfCookie: [], csrfHeader: [] }],
  bearer: [{ deviceBearer: [] }],
  any_bearer: [{ deviceBearer: [] }, { externalBearer: [] }],
  administrator: [{ adminCookie: [], adminHeader: [] }, { adminKey: [] }],
  administrator_session: [{ adminCookie: [], adminHeader: [] }],
};
