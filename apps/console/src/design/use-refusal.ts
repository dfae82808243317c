import { WireError } from '@latchkey/sdk';
import { useTranslation } from 'react-i18next';
import { isSignedOut } from '../session/is-signed-out.ts';
import { NoAnswer } from '../session/no-answer.ts';
import { formatDuration } from './format-duration.ts';
import { retryTime } from './retry-time.ts';

export interface Refusal {
  /** Why, and when to try again. */
  readonly text: string;
  /** When to try again, where the server limits that. */
  readonly retry: string | undefined;
  /** What to quote to an administrator. */
  readonly reference: string | undefined;
}

const WORDED = [
  'authentication_failed',
  'one_time_password_expired',
  'account_banned',
  'account_not_found',
  'email_code_login_limit',
  'email_code_error',
  'invalid_or_expired_token',
  'invalid_email',
  'email_send_ip_limit',
  'email_already_in_use',
  'password_too_short',
  'password_too_common',
  'already_activate',
  'wrong_recipient',
  'invitation_not_open',
  'too_many_requests',
  'forbidden',
  'foreign_host',
  'already_setup',
  'init_validate_failed',
  'invalid_param',
  'account_not_initialized',
  'account_not_link_tenant',
  'current_password_incorrect',
  'not_owner',
  'member-not-found',
  'role-already-assigned',
  'invalid_account_deletion_code',
  'last_administrator',
  'webapp_not_found',
  'webapp_code_taken',
  'webapp_host_taken',
  'upstream_refused',
  'group_not_found',
  'group_name_taken',
  'account_unknown',
  'no_sso_connection',
  'share_link_not_found',
  'identity_not_found',
  'identity_taken',
  'last_way_in',
  'pending_link_not_found',
  'sso_connection_not_found',
  'sso_failed',
  'not_found',
  'internal',
  'unavailable',
] as const;

/** From here on a wait is told by the clock too. */
const WORTH_A_CLOCK_SECONDS = 120;

/** Says why something failed, in the words of the person's language. */
export function useRefusal(): (error: unknown) => Refusal {
  const { t, i18n } = useTranslation();
  // Chinese and Japanese sentences stand side by side without one.
  const gap = /^(zh|ja)/.test(i18n.language) ? '' : ' ';

  const reason = (error: WireError) => {
    if (isSignedOut(error)) return t('refusal.signed_out');
    const code = error.code === 'validation_error' ? 'invalid_param' : error.code;
    const worded = WORDED.find((known) => known === code);
    if (worded !== undefined) return t(`refusal.${worded}`);
    if (code?.endsWith('_rate_limit_exceeded')) return t('refusal.manyLetters');
    if (code?.endsWith('_limit')) return t('refusal.manyCodes');
    if (error.status === 429) return t('refusal.too_many_requests');
    return error.status >= 500 ? t('refusal.internal') : t('refusal.other', { code: code ?? error.status });
  };

  const whenToRetry = (error: WireError) => {
    const seconds = error.retryAfterSeconds;
    if (seconds === undefined) return error.status === 429 ? t('refusal.retryLater') : undefined;
    const duration = formatDuration(seconds, i18n.language);
    if (seconds < WORTH_A_CLOCK_SECONDS) return t('refusal.retryIn', { duration });
    return t('refusal.retryAt', { duration, time: retryTime(error, seconds, i18n.language) });
  };

  return (error) => {
    if (error instanceof NoAnswer) {
      return {
        text: navigator.onLine ? t('refusal.unreachable') : t('refusal.offline'),
        retry: undefined,
        reference: undefined,
      };
    }
    if (!(error instanceof WireError)) return { text: t('failure.brokenText'), retry: undefined, reference: undefined };
    const retry = whenToRetry(error);
    const text = retry === undefined ? reason(error) : reason(error) + gap + retry;
    return { text, retry, reference: error.reference };
  };
}
