import type { ssoRefusals } from '../../../locales/admin/en-US/sso-refusals.ts';

type Code = keyof (typeof ssoRefusals)['ssoRefusal'];

/** The refusals that are told in words; the type sees to it that each has some. */
export const SSO_REFUSAL_CODES = [
  'state_mismatch',
  'transaction_expired',
  'unsolicited_answer',
  'wrong_request',
  'replayed',
  'provider_refused',
  'answer_malformed',
  'answer_too_large',
  'signature_missing',
  'signature_invalid',
  'algorithm_refused',
  'decryption_failed',
  'issuer_mismatch',
  'wrong_audience',
  'wrong_destination',
  'conditions_missing',
  'outside_validity',
  'nonce_mismatch',
  'authentication_too_old',
  'authentication_too_weak',
  'subject_missing',
  'subject_mismatch',
  'token_refused',
  'logout_token_invalid',
  'provider_unreachable',
  'provider_too_slow',
  'provider_answer_refused',
  'address_refused',
  'discovery_failed',
  'metadata_refused',
  'connection_incomplete',
] as const satisfies readonly Code[];
