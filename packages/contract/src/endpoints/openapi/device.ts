import { z } from 'zod';
import { ROLES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, label, uuid } from '../fields.ts';

const userCode = z
  .string()
  .max(64)
  .transform((value) => value.trim().toUpperCase());

const membership = z.object({ id: uuid, name: z.string(), role: z.enum(ROLES) });

export const requestDeviceCode = defineEndpoint({
  method: 'POST',
  path: '/openapi/v1/oauth/device/code',
  summary: 'Start a terminal’s sign-in',
  description: 'RFC 8628 §3.1 and §3.2. The code lives 900 seconds. 60 requests an hour from one network.',
  caller: 'anyone',
  envelope: 'device',
  body: z.object({ client_id: z.string().max(64), device_label: label(255) }),
  output: z.object({
    device_code: z.string(),
    user_code: z.string(),
    verification_uri: z.string(),
    verification_uri_complete: z.string(),
    expires_in: z.int(),
    interval: z.int(),
  }),
  errors: ['unsupported_client', 'bad_request', 'too_many_requests'],
});

export const redeemDeviceCode = defineEndpoint({
  method: 'POST',
  path: '/openapi/v1/oauth/device/token',
  summary: 'Ask whether the terminal was approved, and collect its token once',
  description:
    'RFC 8628 §3.4 and §3.5. Never answers 429; a poll that comes too early adds five seconds to the interval for good.',
  caller: 'anyone',
  envelope: 'token',
  body: z.object({ device_code: z.string().max(256), client_id: z.string().max(64) }),
  output: z.object({
    token: z.string(),
    expires_at: z.string(),
    subject_type: z.enum(['account', 'external_sso']),
    /** `null` for somebody known only to an identity provider; then `subject_email` and `subject_issuer` are there. */
    account: z.object({ id: uuid, email: z.string(), name: z.string() }).nullable(),
    subject_email: z.string().optional(),
    subject_issuer: z.string().optional(),
    workspaces: z.array(membership),
    default_workspace_id: uuid.nullable(),
    token_id: uuid,
  }),
  errors: ['authorization_pending', 'slow_down', 'expired_token', 'access_denied', 'bad_request'],
});

export const lookupDeviceCode = defineEndpoint({
  method: 'GET',
  path: '/openapi/v1/oauth/device/lookup',
  summary: 'Whether a user code can be approved',
  description: '60 requests in five minutes from one network.',
  caller: 'anyone',
  envelope: 'openapi',
  query: z.object({ user_code: userCode }),
  output: z.object({ valid: z.boolean(), expires_in_remaining: z.int(), client_id: z.string().nullable() }),
  errors: ['invalid_param', 'too_many_requests'],
});

export const approvalContext = defineEndpoint({
  method: 'GET',
  path: '/openapi/v1/oauth/device/approval-context',
  summary: 'What a terminal asks for, shown to the person who decides',
  description:
    'For the person signed in by cookie. From then on only this account may approve or deny the code, until another account looks at it. Without `user_code`: for the external user who came back from their provider, by the cookie `device_approval_grant`. Facts beyond Dify’s own fields: label, client, network address, time and what the token may do.',
  caller: 'anyone',
  envelope: 'device',
  query: z.object({ user_code: userCode.default('') }),
  output: z.object({
    subject_email: z.string(),
    subject_issuer: z.string(),
    user_code: z.string(),
    csrf_token: z.string(),
    expires_at: instant,
    client_id: z.string(),
    device_label: z.string(),
    requested_ip: z.string(),
    requested_at: instant,
    same_network: z.boolean(),
    scopes: z.array(z.string()),
    token_ttl_seconds: z.int(),
  }),
  errors: ['no_session', 'expired_or_unknown', 'already_resolved', 'user_code_not_pending', 'too_many_requests'],
});

const decision = {
  method: 'POST',
  caller: 'console_cookie',
  envelope: 'device',
  body: z.object({ user_code: userCode }),
  errors: [
    'unauthorized',
    'not_setup',
    'account_not_initialized',
    'expired_or_unknown',
    'already_resolved',
    'too_many_requests',
  ],
} as const;

export const approveDevice = defineEndpoint({
  ...decision,
  path: '/openapi/v1/oauth/device/approve',
  summary: 'Approve a terminal',
  description: 'By the console session’s cookie and CSRF token (`X-CSRF-Token` or `X-CSRFToken`).',
  output: z.object({ status: z.literal('approved') }),
});

export const denyDevice = defineEndpoint({
  ...decision,
  path: '/openapi/v1/oauth/device/deny',
  summary: 'Deny a terminal',
  output: z.object({ status: z.literal('denied') }),
});

export const approveDeviceExternally = defineEndpoint({
  method: 'POST',
  path: '/openapi/v1/oauth/device/approve-external',
  summary: 'Approve a terminal as somebody known only to an identity provider',
  description:
    'By the cookie `device_approval_grant` and the `csrf_token` of the approval context in `X-CSRF-Token`. 10 approvals an hour by one person.',
  caller: 'anyone',
  envelope: 'openapi',
  body: z.object({ user_code: userCode }),
  output: z.object({ status: z.literal('approved') }),
  errors: [
    'unauthorized',
    'forbidden',
    'bad_request',
    'user_code_not_pending',
    'email_belongs_to_dify_account',
    'already_resolved',
    'too_many_requests',
  ],
});
