import { z } from 'zod';

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What a client sends, before the contract transforms it. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  return print(schema, 'input');
}

/** What a client receives. An answer may grow: the schema does not forbid further fields. */
export function outputSchema(schema: z.ZodType): JsonSchema {
  return print(schema, 'output');
}

function print(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...printed } = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => tidy(jsonSchema, io) });
  return printed;
}

/** Takes away what a reader knows without being told. */
function tidy(schema: JsonSchema, io: 'input' | 'output'): void {
  if (io === 'output') delete schema.additionalProperties;
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}
