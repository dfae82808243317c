import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Notice } from '../../design/notice.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { pageMeta } from '../../session/page-meta.ts';
import type { SignInResult } from '../../session/sign-in.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { userCodeIn } from '../device/user-code.ts';
import { cookieTrouble } from './cookie-trouble.ts';
import { CookiesExplained } from './cookies-explained.tsx';
import { PasswordForm } from './password-form.tsx';

interface Props {
  readonly organisation: string;
  readonly redirectUrl: string | undefined;
  readonly onResult: (result: SignInResult, email: string) => void;
}

/** The methods that are on, and nothing else. */
export function SignInMethods({ organisation, redirectUrl, onResult }: Props) {
  const { t } = useTranslation();
  const features = useSuspenseQuery(systemFeaturesQuery).data;
  const code = userCodeIn(redirectUrl);
  const trouble = cookieTrouble(location.protocol, pageMeta('scheme'));

  if (!features.enable_email_password_login || features.sso_enforced_for_signin) {
    return (
      <Outcome tone="attention" title={t('signin.noMethodTitle')}>
        <p>{t('signin.noMethodText')}</p>
      </Outcome>
    );
  }
  return (
    <div className={forms.stack}>
      <Heading
        title={t('signin.title', { organisation })}
        lead={code === undefined ? undefined : t('signin.forTerminal', { code })}
      />
      {/* Browsers keep Secure cookies of a loopback address even over http. */}
      {trouble === 'page_is_http' && !isSecureContext ? (
        <Notice tone="attention" title={t('signin.cookiesNoticeTitle')}>
          <CookiesExplained trouble={trouble} />
        </Notice>
      ) : null}
      <PasswordForm onResult={onResult} />
    </div>
  );
}
