import { WireError } from '@latchkey/sdk';
import { useTranslation } from 'react-i18next';
import { isSignedOut } from '../session/is-signed-out.ts';
import { NoAnswer } from '../session/no-answer.ts';
import { formatDuration } from './format-duration.ts';

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
  'account_banned',
  'email_code_login_limit',
  'too_many_requests',
  'forbidden',
  'foreign_host',
  'already_setup',
  'init_validate_failed',
  'invalid_param',
  'account_not_initialized',
  'account_not_link_tenant',
  'current_password_incorrect',
  'not_found',
  'internal',
  'unavailable',
] as const;

/** Says why something failed, in the words of the person's language. */
export function useRefusal(): (error: unknown) => Refusal {
  const { t, i18n } = useTranslation();

  const reason = (error: WireError) => {
    if (isSignedOut(error)) return t('refusal.signed_out');
    const code = error.code === 'validation_error' ? 'invalid_param' : error.code;
    const worded = WORDED.find((known) => known === code);
    if (worded !== undefined) return t(`refusal.${worded}`);
    if (error.status === 429) return t('refusal.too_many_requests');
    return error.status >= 500 ? t('refusal.internal') : t('refusal.other', { code: code ?? error.status });
  };

  const whenToRetry = ({ status, retryAfterSeconds }: WireError) => {
    if (retryAfterSeconds === undefined) return status === 429 ? t('refusal.retryLater') : undefined;
    return t('refusal.retryIn', { duration: formatDuration(retryAfterSeconds, i18n.language) });
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
    const text = retry === undefined ? reason(error) : `${reason(error)} ${retry}`;
    return { text, retry, reference: error.reference };
  };
}
