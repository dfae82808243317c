import type { SsoRefusalCode } from '@latchkey/contract/vocabulary';
import { SsoRefusal } from '@latchkey/core';
import { errors } from 'jose';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';

/**
 * What went wrong inside openid-client or jose, as a refusal. Anything that is not theirs is a bug and stays what it is.
 * The error itself is not kept as the cause: it holds the answer, with codes and tokens in it.
 *
 * @param otherwise the code for what has no code of its own.
 */
export function refusalOf(error: unknown, otherwise: SsoRefusalCode): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof SsoRefusal) return cause;
  }
  if (error instanceof AuthorizationResponseError) {
    return new SsoRefusal('provider_refused', said(error.error, error.error_description));
  }
  if (error instanceof ResponseBodyError) {
    return new SsoRefusal('token_refused', said(error.error, error.error_description));
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new SsoRefusal('token_refused', `status ${error.status}`);
  }
  if (error instanceof ClientError) return ofClientError(error, otherwise);
  if (error instanceof errors.JOSEError) return ofJoseError(error, otherwise);
  return error;
}

function ofClientError(error: ClientError, otherwise: SsoRefusalCode): SsoRefusal {
  const detail = error.cause instanceof Error ? error.cause : error;
  const refuse = (code: SsoRefusalCode) => new SsoRefusal(code, `${detail.message}${comparison(detail.cause)}`);
  if (error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return refuse('outside_validity');
  if (error.code?.endsWith('_FORBIDDEN')) return refuse('address_refused');
  if (error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') {
    return refuse(detail.message.includes('"sub"') ? 'subject_mismatch' : otherwise);
  }
  const rule = BY_WORDS.find(([words]) => words.test(detail.message));
  return refuse(rule?.[1] ?? otherwise);
}

/** What was expected and what came. A nonce is a secret of the sign-in. */
function comparison(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  const { claim, claims, expected } = Object.fromEntries(Object.entries(cause));
  if (typeof claim !== 'string' || typeof claims !== 'object' || claims === null || claim === 'nonce') return '';
  return `: ${JSON.stringify(Reflect.get(claims, claim)).slice(0, 200)} instead of ${JSON.stringify(expected)}`;
}

/** openid-client names the claim or parameter it refuses in its message only. */
const BY_WORDS: readonly (readonly [RegExp, SsoRefusalCode])[] = [
  [/"nonce"/, 'nonce_mismatch'],
  [/"iss"/, 'issuer_mismatch'],
  [/"aud"|"azp"/, 'wrong_audience'],
  [/"exp"|"iat"|"nbf"/, 'outside_validity'],
  [/"alg"/, 'algorithm_refused'],
  [/"state"/, 'state_mismatch'],
  [/"sub"/, 'subject_missing'],
  [/"id_token"/, 'signature_missing'],
];

function ofJoseError(error: errors.JOSEError, otherwise: SsoRefusalCode): SsoRefusal {
  const refuse = (code: SsoRefusalCode) => new SsoRefusal(code, error.message);
  if (error instanceof errors.JWTExpired) return refuse('outside_validity');
  if (error instanceof errors.JWTClaimValidationFailed) return refuse(BY_CLAIM.get(error.claim) ?? otherwise);
  if (error instanceof errors.JOSEAlgNotAllowed) return refuse('algorithm_refused');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refuse('signature_invalid');
  if (error instanceof errors.JWKSNoMatchingKey) return refuse('signature_invalid');
  if (error instanceof errors.JWKSMultipleMatchingKeys) return refuse('signature_invalid');
  if (error instanceof errors.JWKSTimeout) return refuse('provider_too_slow');
  return refuse(otherwise);
}

const BY_CLAIM: ReadonlyMap<string, SsoRefusalCode> = new Map([
  ['iss', 'issuer_mismatch'],
  ['aud', 'wrong_audience'],
  ['nbf', 'outside_validity'],
  ['iat', 'outside_validity'],
  ['exp', 'outside_validity'],
  ['nonce', 'nonce_mismatch'],
  ['sub', 'subject_missing'],
]);

/** Words of the provider, cut and without what could forge lines of a log. */
function said(error: string, description: string | undefined): string {
  return `${error}${description === undefined ? '' : `: ${description}`}`.replace(/\p{Cc}/gu, ' ').slice(0, 300);
}
