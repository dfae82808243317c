import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { keepProof } from '../../session/mail-proof.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { MailForm } from '../mail-code/mail-form.tsx';
import { sendResetCode } from './send-reset-code.ts';

const route = getRouteApi('/reset-password');

/** The first step to a new password: an address to prove. */
export function ForgotPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { language } = usePreferences();
  const { enable_email_password_login } = useSuspenseQuery(systemFeaturesQuery).data;
  const toSignIn = (
    <Link to="/signin" search={search}>
      {t('newPassword.backToSignIn')}
    </Link>
  );

  const send = async (email: string) => {
    keepProof('new_password', await sendResetCode(email, language));
    await navigate({ to: '/reset-password/check-code', search });
  };

  return (
    <EntranceFrame>
      {enable_email_password_login ? (
        <div className={forms.stack}>
          <Heading title={t('newPassword.forgotTitle')} lead={t('newPassword.forgotLead')} />
          <MailForm send={send} submit={t('signin.sendCode')} />
          <p>{toSignIn}</p>
        </div>
      ) : (
        <Outcome tone="attention" title={t('newPassword.offTitle')} actions={toSignIn}>
          <p>{t('newPassword.offText')}</p>
        </Outcome>
      )}
    </EntranceFrame>
  );
}
