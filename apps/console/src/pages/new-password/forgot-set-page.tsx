import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { ChoosePasswordForm } from '../../password/choose-password-form.tsx';
import { client } from '../../session/client.ts';
import { keptProof } from '../../session/mail-proof.ts';
import { forget, keep } from '../../session/tab-memory.ts';
import { StartAgain } from '../mail-code/start-again.tsx';
import { PasswordIsSet } from './password-is-set.tsx';

const route = getRouteApi('/reset-password/set-password');

export function ForgotSetPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const [proof] = useState(() => keptProof('new_password_proven'));
  const [isSet, setIsSet] = useState(false);
  if (proof === undefined) {
    return (
      <EntranceFrame>
        <StartAgain back={{ to: '/reset-password', search }} />
      </EntranceFrame>
    );
  }

  const set = async (password: string) => {
    const body = { token: proof.token, new_password: password, password_confirm: password };
    await client.call('POST /console/api/forgot-password/resets', { body });
    forget('new_password_proven');
    keep('email', proof.email);
    setIsSet(true);
  };

  return (
    <EntranceFrame>
      {isSet ? (
        <PasswordIsSet search={search} />
      ) : (
        <div className={forms.stack}>
          <Heading title={t('newPassword.title')} lead={t('newPassword.lead', { email: proof.email })} />
          <ChoosePasswordForm
            email={proof.email}
            submit={t('newPassword.submit')}
            rule="letters_and_digits"
            set={set}
          />
        </div>
      )}
    </EntranceFrame>
  );
}
