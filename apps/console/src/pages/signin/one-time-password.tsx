import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { ChoosePasswordForm } from '../../password/choose-password-form.tsx';
import { client } from '../../session/client.ts';
import { signInResult } from '../../session/sign-in.ts';
import type { UnfinishedSignIn } from '../../session/unfinished-sign-in.ts';
import { useFollow } from './use-follow.ts';

interface Props {
  readonly signIn: UnfinishedSignIn;
  readonly redirectUrl: string | undefined;
}

/** A one-time password is replaced before it lets anybody in. */
export function OneTimePassword({ signIn, redirectUrl }: Props) {
  const { t } = useTranslation();
  const follow = useFollow(redirectUrl);

  const replace = async (new_password: string) => {
    const body = { new_password };
    await follow(await signInResult(await client.call('POST /console/api/unfinished-sign-in/password', { body })));
  };

  return (
    <div className={forms.stack}>
      <Heading title={t('unfinished.passwordTitle')} lead={t('unfinished.passwordLead')} />
      <ChoosePasswordForm email={signIn.email} submit={t('unfinished.setPassword')} rule="length" set={replace} />
    </div>
  );
}
