/**
 * What else is kept with a sign-in attempt, by its name.
 * - `door`, `way`, `webapp`, `reason`: where they stood, and what the gate of a WebApp found
 * - `connection_id`, `connection`, `code`, `detail`, `claims`: what a provider said, and what came of it
 * - `rule`: by which an account was found or refused
 * - `external_user`: the id of somebody who has no account
 * - `retry_after`: seconds until the limit lets them try again
 */
export const ATTEMPT_DETAILS = [
  'door',
  'way',
  'webapp',
  'reason',
  'connection_id',
  'connection',
  'code',
  'detail',
  'rule',
  'claims',
  'external_user',
  'retry_after',
] as const;

export type AttemptDetail = (typeof ATTEMPT_DETAILS)[number];
