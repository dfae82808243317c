import { WireError } from '@latchkey/sdk';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../design/refusal-notice.tsx';

const WORDED = [
  'account_unknown',
  'workspace_not_found',
  'wrong_account_status',
  'last_administrator',
  'is_owner',
  'wrong_name',
  'changed_meanwhile',
  'fixed_by_operator',
  'letter_unknown',
  'letter_not_open',
  'no_mail_server',
  'mail_password_needed',
  'no_sso_connection',
  'invitation_not_open',
  'request_not_open',
  'member_not_in_tenant',
  'member-not-found',
  'email_already_in_use',
  'invalid_or_expired_token',
  'webapp_not_found',
  'group_not_found',
  'group_name_taken',
  'external_user_not_found',
  'sso_connection_not_found',
  'sso_settings_refused',
  'sso_domain_taken',
  'sso_domain_public',
  'sso_domain_not_proven',
  'sso_secret_needed',
  'sso_connection_serves',
  'sso_test_needed',
  'identity_not_found',
  'last_way_in',
] as const;

/** Why the server refused, in the words of an administrator. */
export function AdminRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const code = error instanceof WireError ? WORDED.find((known) => known === error.code) : undefined;
  if (code === undefined) return <RefusalNotice error={error} />;
  const detail = code === 'sso_settings_refused' && error instanceof WireError ? ` (${error.message})` : '';
  return <RefusalNotice error={error} text={t(`admin.refusal.${code}`) + detail} />;
}
