import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import type { MailMethod } from './methods-on.ts';
import styles from './signin.module.css';

interface Props {
  readonly method: MailMethod;
  readonly redirectUrl: string | undefined;
}

/** For somebody who has forgotten the password, or has no account yet, as far as the policy lets them help themselves. */
export function WaysToAnAccount({ method, redirectUrl }: Props) {
  const { t } = useTranslation();
  const { is_allow_register, enable_email_password_login } = useSuspenseQuery(systemFeaturesQuery).data;
  const search = redirectUrl === undefined ? {} : { redirect_url: redirectUrl };
  if (method === 'code' && !is_allow_register) return null;
  return (
    <div className={styles.ways}>
      {method === 'password' ? (
        <Link to="/reset-password" search={search}>
          {t('signin.forgot')}
        </Link>
      ) : null}
      {is_allow_register && enable_email_password_login ? (
        <span>
          {t('signin.noAccount')}{' '}
          <Link to="/signup" search={search}>
            {t('signin.register')}
          </Link>
        </span>
      ) : null}
      {is_allow_register && !enable_email_password_login ? <span>{t('signin.codeCreates')}</span> : null}
    </div>
  );
}
