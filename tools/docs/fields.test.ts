import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from './fields.ts';
import { inputSchema, outputSchema } from './json-schema.ts';

test('fields of objects and lists are named by where they stand', () => {
  const schema = z.object({ account: z.object({ id: z.uuid() }), data: z.array(z.object({ n: z.int() })) });

  expect(fieldsOf(outputSchema(schema))).toEqual([
    [
      { path: 'account', type: 'object', rules: '', pattern: '' },
      { path: 'account.id', type: 'string (uuid)', rules: '', pattern: '' },
      { path: 'data', type: 'list of object', rules: '', pattern: '' },
      { path: 'data[].n', type: 'integer', rules: '', pattern: '' },
    ],
  ]);
});

test('bounds, defaults and patterns are told in words', () => {
  const schema = z.object({
    name: z.string().min(3).max(30),
    page: z.coerce.number().int().min(1).default(1),
    code: z.string().regex(/^\d{6}$/),
    theme: z.enum(['light', 'dark']).nullable().optional(),
  });

  expect(fieldsOf(inputSchema(schema))).toEqual([
    [
      { path: 'name', type: 'string', rules: '3 to 30 characters', pattern: '' },
      { path: 'page', type: 'integer', rules: 'optional; at least 1; default `1`', pattern: '' },
      { path: 'code', type: 'string', rules: '', pattern: '^\\d{6}$' },
      { path: 'theme', type: '"light" or "dark" or null', rules: 'optional', pattern: '' },
    ],
  ]);
});

test('an answer of several forms has a list of fields for each', () => {
  const schema = z.union([
    z.object({ result: z.literal('success') }),
    z.object({ result: z.literal('fail'), data: z.string() }),
  ]);

  expect(fieldsOf(outputSchema(schema)).map((form) => form.map(({ path, type }) => `${path}: ${type}`))).toEqual([
    ['result: "success"'],
    ['result: "fail"', 'data: string'],
  ]);
});
