import { z } from 'zod';
import { SSO_PROTOCOLS } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';

const protocol = z.enum(['', ...SSO_PROTOCOLS]);

export const systemFeatures = defineEndpoint({
  method: 'GET',
  path: '/console/api/system-features',
  summary: 'What is switched on, for a sign-in page',
  description:
    'Open to anyone, because the sign-in page needs it; says which methods are on and nothing about how they are configured.',
  caller: 'anyone',
  envelope: 'console',
  output: z.object({
    sso_enforced_for_signin: z.boolean(),
    sso_enforced_for_signin_protocol: protocol,
    enable_marketplace: z.boolean(),
    max_plugin_package_size: z.int(),
    enable_email_code_login: z.boolean(),
    enable_email_password_login: z.boolean(),
    enable_social_oauth_login: z.boolean(),
    enable_collaboration_mode: z.boolean(),
    is_allow_register: z.boolean(),
    is_allow_create_workspace: z.boolean(),
    is_email_setup: z.boolean(),
    enable_change_email: z.boolean(),
    license: z.object({
      status: z.literal('none'),
      expired_at: z.string(),
      workspaces: z.object({ enabled: z.boolean(), size: z.int(), limit: z.int() }),
    }),
    branding: z.object({
      enabled: z.boolean(),
      application_title: z.string(),
      login_page_logo: z.string(),
      workspace_logo: z.string(),
      favicon: z.string(),
    }),
    webapp_auth: z.object({
      enabled: z.boolean(),
      allow_sso: z.boolean(),
      sso_config: z.object({ protocol }),
      allow_email_code_login: z.boolean(),
      allow_email_password_login: z.boolean(),
    }),
    plugin_installation_permission: z.object({
      plugin_installation_scope: z.literal('all'),
      restrict_to_marketplace_only: z.boolean(),
    }),
    plugin_manager: z.object({ enabled: z.boolean() }),
    enable_creators_platform: z.boolean(),
    enable_trial_app: z.boolean(),
    enable_explore_banner: z.boolean(),
    /** Whom to ask, in the administrators' own words; empty while they have not said. Ours, not Dify's. */
    contact: z.string().default(''),
  }),
  errors: [],
});

const quota = z.object({ size: z.int(), limit: z.int() });
const meter = z.object({ usage: z.int(), limit: z.int(), reset_date: z.int() });

export const features = defineEndpoint({
  method: 'GET',
  path: '/console/api/features',
  summary: 'What a workspace may use',
  description: 'Latchkey bills nothing and runs no apps: the values are the unlimited ones that Dify’s shell expects.',
  caller: 'console',
  envelope: 'console',
  output: z.object({
    billing: z.object({
      enabled: z.boolean(),
      subscription: z.object({ plan: z.literal('sandbox'), interval: z.string() }),
    }),
    education: z.object({ enabled: z.boolean(), activated: z.boolean() }),
    members: quota,
    apps: quota,
    knowledge_rate_limit: z.int(),
    annotation_quota_limit: quota,
    documents_upload_quota: quota,
    docs_processing: z.literal('standard'),
    can_replace_logo: z.boolean(),
    model_load_balancing_enabled: z.boolean(),
    dataset_operator_enabled: z.boolean(),
    webapp_copyright_enabled: z.boolean(),
    workspace_members: z.object({ enabled: z.boolean(), size: z.int(), limit: z.int() }),
    is_allow_transfer_workspace: z.boolean(),
    trigger_event: meter,
    api_rate_limit: meter,
    human_input_email_delivery_enabled: z.boolean(),
    knowledge_pipeline: z.object({ publish_enabled: z.boolean() }),
    next_credit_reset_date: z.int(),
  }),
  errors: ['unauthorized', 'not_setup'],
});
