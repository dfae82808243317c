import { WireError } from '@latchkey/sdk';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { keepProof } from '../../session/mail-proof.ts';
import { MailForm } from '../mail-code/mail-form.tsx';
import { sendSignInCode } from './send-sign-in-code.ts';

interface Props {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly redirectUrl: string | undefined;
}

/** Asks for a sign-in code; the next page takes it. */
export function CodeRequest({ email, onEmail, redirectUrl }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const navigate = useNavigate();

  const send = async (address: string) => {
    keepProof('sign_in', await sendSignInCode(address, language));
    return navigate({
      to: '/signin/check-code',
      search: redirectUrl === undefined ? {} : { redirect_url: redirectUrl },
    });
  };

  return (
    <MailForm
      send={send}
      submit={t('signin.sendCode')}
      initialEmail={email}
      onEmail={onEmail}
      refusalText={(error) => (isMethodOff(error) ? t('signin.codeOff') : undefined)}
    />
  );
}

function isMethodOff(error: unknown): boolean {
  return error instanceof WireError && error.code === 'forbidden';
}
