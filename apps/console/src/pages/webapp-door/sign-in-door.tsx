import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { profileQuery } from '../../session/profile.ts';
import { SignInMethods } from '../signin/sign-in-methods.tsx';
import { useReturn } from '../signin/use-return.ts';
import { AppHeading } from './app-heading.tsx';
import type { Door } from './door-query.ts';
import { OtherAccount } from './other-account.tsx';

interface Props {
  readonly door: Door;
  readonly redirectUrl: string | undefined;
}

/** For members. Whoever has signed in since, on another tab, goes on by themselves: nothing here could loop. */
export function SignInDoor({ door, redirectUrl }: Props) {
  const { t } = useTranslation();
  const account = useQuery(profileQuery).data;
  const comeBack = useReturn(redirectUrl);
  if (!account) {
    const heading = <AppHeading door={door} title={t('door.signInTitle', { app: door.name })} />;
    return <SignInMethods redirectUrl={redirectUrl} heading={heading} />;
  }
  return (
    <div className={forms.stack}>
      <AppHeading
        door={door}
        title={t('door.signedInTitle', { app: door.name })}
        lead={t('door.signedInAs', { email: account.email })}
      />
      <div className={forms.form}>
        <Button fullWidth onClick={() => (redirectUrl === undefined ? location.assign(door.url) : comeBack())}>
          {t('door.open', { app: door.name })}
        </Button>
        <OtherAccount door={door} />
      </div>
    </div>
  );
}
