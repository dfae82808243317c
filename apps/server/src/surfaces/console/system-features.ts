import { consoleApi, webAppApi } from '@latchkey/contract';
import { allowsMethod, currentPolicy, mailSettingsOf } from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';

const NO_QUOTA = { size: 0, limit: 0 };
const NO_METER = { usage: 0, limit: 0, reset_date: 0 };
const MAX_PLUGIN_PACKAGE_BYTES = 15_728_640;

export function systemFeatureRoutes(implement: Implement, { platform }: ServerContext): void {
  const features = async () => {
    const policy = await currentPolicy(platform.store, platform.clock);
    const { externalConnectionId } = platform.rules;
    const external =
      externalConnectionId === null ? undefined : await platform.store.ssoConnections.find(externalConnectionId);
    const { source } = await mailSettingsOf(platform);
    const { organisation, contact } = platform.rules;
    return {
      sso_enforced_for_signin: policy.sso && policy.ssoEnforced,
      sso_enforced_for_signin_protocol: policy.ssoProtocol ?? ('' as const),
      enable_marketplace: false,
      max_plugin_package_size: MAX_PLUGIN_PACKAGE_BYTES,
      enable_email_code_login: allowsMethod(policy, 'email_code'),
      enable_email_password_login: allowsMethod(policy, 'password'),
      enable_social_oauth_login: false,
      enable_collaboration_mode: true,
      is_allow_register: policy.registration,
      is_allow_create_workspace: policy.personalSpaces,
      is_email_setup: source !== 'none',
      enable_change_email: true,
      license: { status: 'none' as const, expired_at: '', workspaces: { enabled: false, ...NO_QUOTA } },
      branding: {
        enabled: organisation !== '',
        application_title: organisation,
        login_page_logo: '',
        workspace_logo: '',
        favicon: '',
      },
      webapp_auth: {
        enabled: true,
        allow_sso: external !== undefined,
        sso_config: { protocol: external?.provider.protocol ?? ('' as const) },
        allow_email_code_login: allowsMethod(policy, 'email_code'),
        allow_email_password_login: allowsMethod(policy, 'password'),
      },
      plugin_installation_permission: {
        plugin_installation_scope: 'all' as const,
        restrict_to_marketplace_only: false,
      },
      plugin_manager: { enabled: false },
      enable_creators_platform: false,
      enable_trial_app: false,
      enable_explore_banner: false,
      contact,
    };
  };
  implement(consoleApi.systemFeatures)(features);
  implement(webAppApi.webAppFeatures)(features);

  implement(consoleApi.features)(() => ({
    billing: { enabled: false, subscription: { plan: 'sandbox', interval: '' } },
    education: { enabled: false, activated: false },
    members: NO_QUOTA,
    apps: NO_QUOTA,
    knowledge_rate_limit: 0,
    annotation_quota_limit: NO_QUOTA,
    documents_upload_quota: NO_QUOTA,
    docs_processing: 'standard',
    can_replace_logo: false,
    model_load_balancing_enabled: false,
    dataset_operator_enabled: true,
    webapp_copyright_enabled: false,
    workspace_members: { enabled: false, ...NO_QUOTA },
    is_allow_transfer_workspace: true,
    trigger_event: NO_METER,
    api_rate_limit: NO_METER,
    human_input_email_delivery_enabled: false,
    knowledge_pipeline: { publish_enabled: false },
    next_credit_reset_date: 0,
  }));
}
