import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { keepProof } from '../../session/mail-proof.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { MailForm } from '../mail-code/mail-form.tsx';
import { sendRegistrationCode } from './send-registration-code.ts';

const route = getRouteApi('/signup');

/** The first step to an account of one's own: an address to prove. */
export function RegisterPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { language } = usePreferences();
  const { is_allow_register, enable_email_password_login } = useSuspenseQuery(systemFeaturesQuery).data;
  const toSignIn = (
    <Link to="/signin" search={search}>
      {t('registration.signIn')}
    </Link>
  );

  if (!is_allow_register || !enable_email_password_login) {
    return (
      <EntranceFrame>
        <Outcome tone="attention" title={t('registration.offTitle')} actions={toSignIn}>
          <p>{t(is_allow_register ? 'registration.byCodeText' : 'registration.offText')}</p>
          <WhomToAsk />
        </Outcome>
      </EntranceFrame>
    );
  }

  const send = async (email: string) => {
    keepProof('registration', await sendRegistrationCode(email, language));
    await navigate({ to: '/signup/check-code', search });
  };

  return (
    <EntranceFrame>
      <div className={forms.stack}>
        <Heading title={t('registration.title')} lead={t('registration.lead')} />
        <MailForm send={send} submit={t('signin.sendCode')} />
        <p>
          {t('registration.haveAccount')} {toSignIn}
        </p>
      </div>
    </EntranceFrame>
  );
}
