import { ENDPOINTS } from '@latchkey/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApiDocument } from './openapi.ts';
import { ENVELOPES, refusalsOf, wireRefusal } from './refusals.ts';

/** What these tests read of an OpenAPI document. */
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        operationId: z.string(),
        parameters: z.array(z.object({ name: z.string(), in: z.string() })).optional(),
        responses: z.record(z.string(), z.unknown()),
        security: z.array(z.record(z.string(), z.array(z.unknown()))),
      }),
    ),
  ),
  components: z.object({ securitySchemes: z.record(z.string(), z.unknown()) }),
});

const raw: unknown = JSON.parse(JSON.stringify(openApiDocument()));
const printed = documentSchema.parse(raw);
const operations = Object.entries(printed.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path}`,
    path,
    ...operation,
  })),
);

describe('The OpenAPI document', () => {
  test('is OpenAPI 3.1', async () => {
    const validator = new Validator();

    expect(await validator.validate(Object(raw))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('has every endpoint of the contract and no other', () => {
    const routes = ENDPOINTS.map(({ method, path }) => `${method} ${path}`);

    expect(operations.map(({ route }) => route).sort(byText)).toEqual(routes.sort(byText));
  });

  test('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(raw).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);

    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((path) => find(raw, path) === undefined)).toEqual([]);
  });

  test('gives every operation a name of its own', () => {
    const names = operations.map(({ operationId }) => operationId);

    expect(new Set(names).size).toBe(names.length);
  });

  test('describes every parameter that stands in a path', () => {
    for (const { path, parameters = [] } of operations) {
      const described = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);

      expect(described).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  test('asks for no credentials that it does not explain', () => {
    const asked = operations.flatMap(({ security }) => security.flatMap(Object.keys));

    expect([...new Set(asked)].sort(byText)).toEqual(Object.keys(printed.components.securitySchemes).sort(byText));
  });
});

describe('The form of a refusal', () => {
  test('holds for every refusal that an endpoint names', () => {
    const misfits = ENDPOINTS.flatMap((endpoint) => {
      const { name, schema } = ENVELOPES[endpoint.envelope];
      const refusals = [...refusalsOf(endpoint), wireRefusal(endpoint.envelope, 'internal')];
      return refusals.filter(({ body }) => !schema.safeParse(body).success).map(({ code }) => `${name} ${code}`);
    });

    expect(misfits).toEqual([]);
  });

  test('of malformed input has the status that the surface answers, not the table’s', () => {
    expect(wireRefusal('openapi', 'invalid_param').status).toBe(422);
    expect(wireRefusal('console', 'invalid_param').status).toBe(400);
  });
});

function find(document: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce<unknown>((value, name) => (Object.hasOwn(Object(value), name) ? Object(value)[name] : undefined), document);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
