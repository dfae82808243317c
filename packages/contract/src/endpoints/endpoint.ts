import type { z } from 'zod';
import type { AdminScope, ErrorCode } from '../vocabulary/index.ts';

/**
 * The form of a refusal on a surface (see `docs/reference/errors.md`).
 * - `console`: `{code, message, status}`
 * - `bootstrap`: Dify's `{error:{type, message, status}}` with `code`, `message` and `status` beside it
 * - `refresh`: Dify's `{result: "fail", message}`
 * - `device`: OAuth's `{error}` for what OAuth names, else as `openapi`
 * - `token`: the same, with `error` in every answer, because a terminal that polls reads nothing else
 * - `openapi`: `{code, message, status, details?}`
 * - `problem`: RFC 9457 `application/problem+json`: `{type, title, status, detail, code, reference, errors?}`
 */
export type Envelope = 'console' | 'bootstrap' | 'refresh' | 'device' | 'token' | 'openapi' | 'problem';

/**
 * Who may call.
 * - `anyone`
 * - `console`: a console session with its CSRF token
 * - `console_cookie`: the same by cookie only, never by an Authorization header
 * - `bearer`: a bearer session of an account
 * - `any_bearer`: the same, or one of an external user
 * - `administrator`: a system administrator's own session with its CSRF header, or an API key with the endpoint's scope
 * - `administrator_session`: the session only, never a key
 */
export type Caller =
  | 'anyone'
  | 'console'
  | 'console_cookie'
  | 'bearer'
  | 'any_bearer'
  | 'administrator'
  | 'administrator_session';

/** One route: everything that a caller, the server and the printed reference need to know about it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute path; `{name}` marks a parameter. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly description?: string;
  readonly caller: Caller;
  readonly envelope: Envelope;
  /** What an API key needs to call it; only where the caller is `administrator`. */
  readonly scope?: AdminScope;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Of the body, where more than 64 KiB may be needed. */
  readonly largestBodyBytes?: number;
  /** Status of a success; 200 unless named. */
  readonly status?: 200 | 201;
  readonly output: z.ZodType;
  /** For an answer that is a file, not JSON: written as it is read, in pieces of text. */
  readonly contentType?: 'text/csv' | 'application/jsonl';
  readonly errors: readonly ErrorCode[];
}

export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint;
}

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;
type Sent<T> = T extends z.ZodType ? z.input<T> : undefined;

/** What a handler is given. */
export interface EndpointInput<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
}

/** What a handler returns, before the output schema strips everything undeclared. */
export type EndpointResult<E extends Endpoint> = E extends { readonly contentType: string }
  ? AsyncIterable<string>
  : z.input<E['output']>;

/** What a client receives. */
export type EndpointOutput<E extends Endpoint> = z.output<E['output']>;

type Part<Name extends string, T> = T extends z.ZodType ? { readonly [K in Name]: Sent<T> } : unknown;

/** What a client sends. */
export type EndpointRequest<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;
