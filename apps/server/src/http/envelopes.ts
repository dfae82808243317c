import { STATUS_CODES } from 'node:http';
import type { Envelope } from '@latchkey/contract';
import { ERRORS, type ErrorCode } from '@latchkey/contract/vocabulary';
import type { DomainError } from '@latchkey/core';
import type { ZodError } from 'zod';

/** What a refusal looks like on the wire. */
export interface Refusal {
  readonly status: number;
  readonly body: object;
}

/** The codes that OAuth names (RFC 8628 §3.5) or Dify answers in its form on the device routes. */
const DEVICE_ERRORS: ReadonlySet<ErrorCode> = new Set([
  'authorization_pending',
  'slow_down',
  'expired_token',
  'access_denied',
  'unsupported_client',
  'expired_or_unknown',
  'already_resolved',
] as const);

/** Where Dify's wire has the kind as the code, and the code in the message. */
const OPENAPI_NAMES: Partial<Record<ErrorCode, string>> = {
  internal: 'internal_server_error',
  user_code_not_pending: 'conflict',
  email_belongs_to_dify_account: 'forbidden',
};

/** Dify's names for the kinds of errors of its set-up routes. */
const BOOTSTRAP_TYPES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'authentication_error',
  403: 'authorization_error',
  404: 'resource_not_found',
  409: 'resource_conflict',
  422: 'validation_error',
  503: 'service_unavailable',
};

export function mediaTypeOf(envelope: Envelope): string {
  return envelope === 'problem' ? 'application/problem+json' : 'application/json; charset=utf-8';
}

/** Puts a refusal into the form of its surface. */
export function refusal(envelope: Envelope, error: Pick<DomainError, 'code' | 'message'>, reference?: string): Refusal {
  const { code, message } = error;
  const { status } = ERRORS[code];
  switch (envelope) {
    case 'bootstrap': {
      const type = BOOTSTRAP_TYPES[status] ?? (status < 500 ? 'bad_request' : 'internal_server_error');
      return { status, body: { error: { type, message, status }, code, message, status } };
    }
    case 'refresh':
      return { status, body: { result: 'fail', message } };
    case 'device':
      return DEVICE_ERRORS.has(code) ? { status, body: { error: code } } : refusal('openapi', error);
    case 'token':
      return DEVICE_ERRORS.has(code) ? { status, body: { error: code } } : withOAuthError(refusal('openapi', error));
    case 'console':
      return { status, body: { code: code === 'internal' ? 'unknown' : code, message, status } };
    case 'openapi':
      return { status, body: { code: OPENAPI_NAMES[code] ?? code, message, status } };
    case 'problem':
      return { status, body: problem(code, status, message, reference) };
  }
}

/** RFC 6749 §5.2 has these two words for what is no answer about the code. */
function withOAuthError({ status, body }: Refusal): Refusal {
  return { status, body: { error: status < 500 ? 'invalid_request' : 'server_error', ...body } };
}

/** RFC 9457; the type leads to the code in the printed reference. */
function problem(code: string, status: number, detail: string, reference: string | undefined): object {
  const title = STATUS_CODES[status] ?? 'Error';
  return {
    type: `/reference#refusal-${code}`,
    title,
    status,
    detail,
    code,
    ...(reference !== undefined && { reference }),
  };
}

/** Puts malformed input into the form of its surface; names places and rules, never what was sent. */
export function malformed(envelope: Envelope, error: ZodError, reference?: string): Refusal {
  const details = error.issues.map(({ code, path, message }) => ({ type: code, loc: path.map(String), msg: message }));
  const text = details.map(({ loc, msg }) => (loc.length === 0 ? msg : `${loc.join('.')}: ${msg}`)).join('\n');
  switch (envelope) {
    case 'bootstrap': {
      const base = refusal(envelope, { code: 'validation_error', message: ERRORS.validation_error.message });
      return { status: base.status, body: { ...base.body, details: text } };
    }
    case 'openapi':
      return {
        status: 422,
        body: { code: 'invalid_param', message: ERRORS.invalid_param.message, status: 422, details },
      };
    case 'problem': {
      const errors = details.map(({ loc, msg }) => ({ pointer: `#/${loc.join('/')}`, detail: msg }));
      return { status: 400, body: { ...problem('invalid_param', 400, text, reference), errors } };
    }
    case 'device':
      return { status: 400, body: { code: 'bad_request', message: text, status: 400 } };
    case 'token':
      return withOAuthError(malformed('device', error));
    default:
      return { status: 400, body: { code: 'invalid_param', message: text, status: 400 } };
  }
}
