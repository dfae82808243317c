/** Why the gate does not let somebody into a WebApp, in the order in which it asks. */
export const WEBAPP_REFUSALS = [
  'webapp_disabled',
  'webapp_workspace_archived',
  'address_not_allowed',
  'no_sso_connection',
  'sign_in_needed',
  'external_sign_in_needed',
  'account_not_active',
  'not_a_member',
  'not_chosen',
  'external_user_refused',
  'share_link_needed',
  'passphrase_needed',
] as const;

export type WebAppRefusal = (typeof WEBAPP_REFUSALS)[number];
