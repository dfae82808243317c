/** What a refusal means outside: an HTTP status, a command line's exit code and the words a person reads. */
export interface ErrorDefinition {
  readonly status: number;
  readonly exit: 1 | 2 | 4 | 6 | 7;
  readonly message: string;
}

const define = <Code extends string>(table: Record<Code, ErrorDefinition>): Readonly<Record<Code, ErrorDefinition>> =>
  table;

/**
 * Every code that crosses a wire. A code says what is true; status, exit code and message are looked up here and
 * nowhere else. The codes and messages of Dify's wire are Dify's; a `{n}` is filled in by the refusal.
 */
export const ERRORS = define({
  // Requests that could not be understood.
  bad_request: {
    status: 400,
    exit: 1,
    message: 'The browser (or proxy) sent a request that this server could not understand.',
  },
  invalid_param: { status: 400, exit: 1, message: 'Request validation failed' },
  validation_error: { status: 422, exit: 1, message: "Validation error for parameter 'payload'" },
  method_not_allowed: { status: 405, exit: 1, message: 'The method is not allowed for the requested URL.' },
  not_found: {
    status: 404,
    exit: 1,
    message:
      'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.',
  },
  request_entity_too_large: { status: 413, exit: 1, message: 'The data value transmitted exceeds the capacity limit.' },
  unsupported_media_type: {
    status: 415,
    exit: 1,
    message: "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.",
  },
  foreign_host: {
    status: 403,
    exit: 1,
    message: 'This server is not set up under this address. Open it under the address it printed at start.',
  },

  // Who is asking, and may they.
  unauthorized: { status: 401, exit: 4, message: 'Unauthorized.' },
  unauthorized_and_force_logout: { status: 401, exit: 4, message: 'Unauthorized and force logout.' },
  forbidden: {
    status: 403,
    exit: 1,
    message:
      "You don't have the permission to access the requested resource. It is either read-protected or not readable by the server.",
  },
  too_many_requests: { status: 429, exit: 7, message: 'rate_limited' },

  // Set-up.
  already_setup: {
    status: 403,
    exit: 1,
    message: 'Dify has been successfully installed. Please refresh the page or return to the dashboard homepage.',
  },
  not_setup: {
    status: 401,
    exit: 1,
    message:
      'Dify has not been initialized and installed yet. Please proceed with the initialization and installation process first.',
  },
  not_init_validated: {
    status: 401,
    exit: 1,
    message: 'Init validation has not been completed yet. Please proceed with the init validation process first.',
  },
  init_validate_failed: {
    status: 401,
    exit: 1,
    message: 'Init validation failed. Please check the password and try again.',
  },

  // Signing in.
  authentication_failed: { status: 401, exit: 4, message: 'Invalid email or password.' },
  one_time_password_expired: {
    status: 401,
    exit: 4,
    message: 'This one-time password has expired. Ask an administrator for another one.',
  },
  account_banned: { status: 400, exit: 4, message: 'Account is banned.' },
  account_not_found: { status: 400, exit: 1, message: 'Account not found.' },
  account_in_freeze: {
    status: 400,
    exit: 1,
    message:
      'This email account has been deleted within the past 30 daysand is temporarily unavailable for new account registration.',
  },
  email_code_login_limit: {
    status: 429,
    exit: 7,
    message: 'Too many incorrect password attempts. Please try again later.',
  },
  email_code_error: { status: 400, exit: 1, message: 'Email code is invalid or expired.' },
  invalid_or_expired_token: { status: 400, exit: 1, message: 'The token is invalid or has expired.' },
  email_send_ip_limit: {
    status: 429,
    exit: 7,
    message: 'Too many emails have been sent from this IP address recently. Please try again later.',
  },
  email_code_login_rate_limit_exceeded: {
    status: 429,
    exit: 7,
    message: 'Too many login emails have been sent. Please try again in {n} minutes.',
  },
  password_reset_rate_limit_exceeded: {
    status: 429,
    exit: 7,
    message: 'Too many password reset emails have been sent. Please try again in {n} minutes.',
  },
  email_register_rate_limit_exceeded: {
    status: 429,
    exit: 7,
    message: 'Too many email register emails have been sent. Please try again in {n} minutes.',
  },
  email_change_rate_limit_exceeded: {
    status: 429,
    exit: 7,
    message: 'Too many email change emails have been sent. Please try again in {n} minutes.',
  },
  owner_transfer_rate_limit_exceeded: {
    status: 429,
    exit: 7,
    message: 'Too many owner transfer emails have been sent. Please try again in {n} minutes.',
  },
  email_code_account_deletion_rate_limit_exceeded: {
    status: 429,
    exit: 7,
    message: 'Too many account deletion emails have been sent. Please try again in {n} minutes.',
  },
  email_password_reset_limit: {
    status: 429,
    exit: 7,
    message: 'Too many failed password reset attempts. Please try again in 24 hours.',
  },
  email_register_limit: {
    status: 429,
    exit: 7,
    message: 'Too many failed email register attempts. Please try again in 24 hours.',
  },
  email_change_limit: {
    status: 429,
    exit: 7,
    message: 'Too many failed email change attempts. Please try again in 24 hours.',
  },
  owner_transfer_limit: {
    status: 429,
    exit: 7,
    message: 'Too many failed owner transfer attempts. Please try again in 24 hours.',
  },
  password_mismatch: { status: 400, exit: 1, message: 'The passwords do not match.' },
  password_too_short: {
    status: 400,
    exit: 1,
    message: 'This password is shorter than the administrators of this instance ask for.',
  },
  password_too_common: {
    status: 400,
    exit: 1,
    message: 'This password is among the first that are guessed. Choose another one.',
  },
  email_already_in_use: { status: 400, exit: 1, message: 'A user with this email already exists.' },
  not_allowed_create_workspace: {
    status: 400,
    exit: 1,
    message: 'Workspace not found, please contact system admin to invite you to join in a workspace.',
  },
  invalid_email: { status: 400, exit: 1, message: 'The email address is not valid.' },

  // The account and its workspaces.
  account_already_inited: {
    status: 400,
    exit: 1,
    message: 'The account has been initialized. Please refresh the page.',
  },
  account_not_initialized: {
    status: 400,
    exit: 1,
    message: 'The account has not been initialized yet. Please proceed with the initialization process first.',
  },
  account_not_link_tenant: { status: 403, exit: 1, message: 'Account not link tenant' },
  current_password_incorrect: { status: 400, exit: 1, message: 'Current password is incorrect.' },
  repeat_password_not_match: { status: 400, exit: 1, message: 'New password and repeat password does not match.' },

  already_activate: {
    status: 403,
    exit: 1,
    message: 'Auth Token is invalid or account already activated, please check again.',
  },
  wrong_recipient: {
    status: 403,
    exit: 1,
    message: 'This invitation is for another mail address than the one you are signed in with.',
  },
  invitation_not_open: { status: 409, exit: 1, message: 'This invitation was answered, revoked or has expired.' },
  request_not_open: { status: 409, exit: 1, message: 'This request was answered already.' },
  'invalid-role': { status: 400, exit: 1, message: 'Invalid role' },
  'cannot-operate-self': { status: 400, exit: 1, message: 'Cannot operate self.' },
  'member-not-found': { status: 404, exit: 1, message: 'Member not in tenant.' },
  'role-already-assigned': { status: 400, exit: 1, message: 'The provided role is already assigned to the member.' },
  not_owner: { status: 400, exit: 1, message: 'You are not the owner of the workspace.' },
  cannot_transfer_owner_to_self: { status: 400, exit: 1, message: 'You cannot transfer ownership to yourself.' },
  member_not_in_tenant: { status: 400, exit: 1, message: 'The member is not in the workspace.' },
  invalid_account_deletion_code: { status: 400, exit: 1, message: 'Invalid account deletion code.' },

  // Device grants (RFC 8628 §3.5 and Dify's own).
  authorization_pending: { status: 400, exit: 1, message: 'The terminal has not been approved yet.' },
  slow_down: { status: 400, exit: 1, message: 'The terminal polls too often; wait five seconds more each time.' },
  expired_token: { status: 400, exit: 4, message: 'The code expired, was used or never existed.' },
  access_denied: { status: 400, exit: 4, message: 'The person denied the terminal.' },
  unsupported_client: { status: 400, exit: 1, message: 'This server does not know that client.' },
  expired_or_unknown: { status: 404, exit: 1, message: 'The code expired or never existed.' },
  already_resolved: { status: 409, exit: 1, message: 'The code was already approved or denied.' },
  no_session: { status: 401, exit: 4, message: 'no_session' },
  user_code_not_pending: { status: 409, exit: 1, message: 'user_code_not_pending' },
  email_belongs_to_dify_account: { status: 403, exit: 1, message: 'email_belongs_to_dify_account' },

  // Administration.
  attempt_unknown: { status: 404, exit: 1, message: 'There is no sign-in attempt with this reference.' },
  account_unknown: { status: 404, exit: 1, message: 'There is no such account.' },
  workspace_not_found: { status: 404, exit: 1, message: 'There is no such workspace.' },
  wrong_account_status: { status: 409, exit: 1, message: 'The account is not in a state that allows this.' },
  last_administrator: {
    status: 409,
    exit: 1,
    message: 'This would leave the administration without anybody who can get in.',
  },
  is_owner: { status: 409, exit: 1, message: 'A workspace always has one owner. Make somebody else the owner first.' },
  wrong_name: { status: 409, exit: 1, message: 'The name does not match.' },
  changed_meanwhile: {
    status: 409,
    exit: 1,
    message: 'Somebody changed this in the meantime. Look at it again before you save.',
  },
  fixed_by_operator: {
    status: 409,
    exit: 1,
    message: 'The operator has set this at the server; it cannot be changed here.',
  },
  letter_unknown: { status: 404, exit: 1, message: 'There is no such letter.' },
  letter_not_open: { status: 409, exit: 1, message: 'This letter was sent or has expired.' },
  no_mail_server: { status: 409, exit: 1, message: 'There is no mail server yet; letters wait in the outbox.' },
  mail_password_needed: {
    status: 400,
    exit: 1,
    message: 'The stored password was entered for another mail server or user. Enter the password for this one.',
  },
  no_sso_connection: { status: 409, exit: 1, message: 'There is no single sign-on connection that works yet.' },

  // Single sign-on.
  sso_connection_not_found: { status: 404, exit: 1, message: 'There is no such SSO connection.' },
  sso_settings_refused: {
    status: 400,
    exit: 1,
    message: 'The provider could not be used with these settings: {detail}',
  },
  sso_domain_taken: { status: 409, exit: 1, message: 'Another connection has this domain.' },
  sso_domain_public: { status: 400, exit: 1, message: 'A domain where anybody gets an address belongs to nobody.' },
  sso_domain_not_proven: { status: 409, exit: 1, message: 'The domain does not publish the TXT record yet.' },
  sso_secret_needed: {
    status: 400,
    exit: 1,
    message: 'The stored client secret was entered for another provider or client. Enter the one of this client.',
  },
  sso_connection_serves: {
    status: 409,
    exit: 1,
    message: 'Single sign-on is enforced and this is the connection that serves it. End the enforcement first.',
  },
  sso_test_needed: {
    status: 409,
    exit: 1,
    message: 'Test the connection as it is now, as yourself, before everybody depends on it.',
  },
  sso_failed: { status: 401, exit: 4, message: 'Single sign-on did not work.' },
  identity_not_found: { status: 404, exit: 1, message: 'There is no such identity.' },
  identity_taken: { status: 409, exit: 1, message: 'This identity belongs to another account.' },
  pending_link_not_found: { status: 404, exit: 1, message: 'Nothing waits to be linked in this browser.' },
  last_way_in: { status: 409, exit: 1, message: 'This is the last way into the account.' },

  // WebApps.
  webapp_not_found: { status: 404, exit: 1, message: 'There is no such WebApp.' },
  webapp_code_taken: { status: 409, exit: 1, message: 'Another WebApp has this code.' },
  webapp_host_taken: { status: 409, exit: 1, message: 'Another WebApp, or this server, has this host name.' },
  upstream_refused: {
    status: 400,
    exit: 1,
    message:
      'This address may not be put behind the gate: it is no web address, or lies in a network that the operator keeps closed.',
  },
  group_not_found: { status: 404, exit: 1, message: 'There is no such group.' },
  group_name_taken: { status: 409, exit: 1, message: 'Another group has this name.' },
  share_link_not_found: { status: 404, exit: 1, message: 'There is no such link.' },
  external_user_not_found: { status: 404, exit: 1, message: 'There is no such external user.' },
  web_sso_auth_required: { status: 401, exit: 4, message: 'Web app authentication required.' },
  web_app_access_denied: {
    status: 401,
    exit: 4,
    message: 'You do not have permission to access this web app.',
  },

  // The gate in front of a WebApp.
  webapp_disabled: { status: 403, exit: 1, message: 'This app is switched off.' },
  webapp_workspace_archived: { status: 403, exit: 1, message: 'The workspace of this app is archived.' },
  address_not_allowed: { status: 403, exit: 1, message: 'This app is not open to the network you come from.' },
  sign_in_needed: { status: 401, exit: 4, message: 'Sign in to open this app.' },
  external_sign_in_needed: {
    status: 401,
    exit: 4,
    message: 'This app is for external users: sign in through their single sign-on.',
  },
  account_not_active: { status: 403, exit: 1, message: 'This account is banned or closed.' },
  not_a_member: { status: 403, exit: 1, message: 'This app is for members, and you belong to no workspace.' },
  not_chosen: { status: 403, exit: 1, message: 'This app is for chosen people, and you are not among them.' },
  external_user_refused: { status: 403, exit: 1, message: 'The administrators have closed the apps to you.' },
  share_link_needed: {
    status: 403,
    exit: 1,
    message: 'This app opens by a link, and yours is missing or has expired.',
  },
  passphrase_needed: { status: 401, exit: 1, message: 'This app asks for a passphrase.' },
  wrong_passphrase: { status: 403, exit: 1, message: 'The passphrase is wrong.' },
  foreign_origin: { status: 403, exit: 1, message: 'A page of another site may not act in this app.' },
  path_refused: { status: 400, exit: 1, message: 'This path leads out of the app.' },
  entry_expired: {
    status: 400,
    exit: 1,
    message: 'This way into the app was used, has expired or is for another browser.',
  },
  upstream_unreachable: { status: 502, exit: 1, message: 'The app does not answer.' },
  untrusted_proxy: {
    status: 403,
    exit: 1,
    message: 'Only a proxy that LATCHKEY_TRUSTED_PROXIES names may ask who may open an app.',
  },

  // Us.
  internal: { status: 500, exit: 1, message: 'Internal Server Error' },
  unavailable: { status: 503, exit: 1, message: 'The server cannot reach its store. Try again in a moment.' },
});

export type ErrorCode = keyof typeof ERRORS;
