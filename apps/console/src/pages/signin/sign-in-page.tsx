import { Button } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorFrame } from '../../design/door-frame.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { pageMeta } from '../../session/page-meta.ts';
import { profileQuery } from '../../session/profile.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { cookieTrouble } from './cookie-trouble.ts';
import { CookiesExplained } from './cookies-explained.tsx';
import { SignInMethods } from './sign-in-methods.tsx';
import { useReturn } from './use-return.ts';

const route = getRouteApi('/signin');

type State = { kind: 'asking' } | { kind: 'no_workspace'; email: string } | { kind: 'cookies_lost' };

export function SignInPage() {
  const { t } = useTranslation();
  const { branding } = useSuspenseQuery(systemFeaturesQuery).data;
  const account = useQuery(profileQuery).data;
  const { redirect_url } = route.useSearch();
  const [state, setState] = useState<State>({ kind: 'asking' });
  const comeBack = useReturn(redirect_url);

  // Also once somebody signs in on another tab of this browser.
  useEffect(() => {
    if (account) comeBack();
  }, [account, comeBack]);

  const brand =
    branding.enabled && branding.application_title !== ''
      ? { name: branding.application_title, logo: branding.login_page_logo }
      : undefined;

  const again = <Button onClick={() => setState({ kind: 'asking' })}>{t('signin.waitingAgain')}</Button>;

  return (
    <DoorFrame brand={brand}>
      {state.kind === 'asking' ? (
        <SignInMethods
          organisation={brand?.name ?? 'Latchkey'}
          redirectUrl={redirect_url}
          onResult={(result, email) => {
            if (result.kind === 'no_workspace') setState({ kind: 'no_workspace', email });
            if (result.kind === 'cookies_lost') setState({ kind: 'cookies_lost' });
          }}
        />
      ) : null}
      {state.kind === 'no_workspace' ? (
        <Outcome tone="waiting" title={t('signin.waitingTitle')} actions={again}>
          <p>{t('signin.waitingText', { email: state.email })}</p>
        </Outcome>
      ) : null}
      {state.kind === 'cookies_lost' ? (
        <Outcome tone="attention" title={t('signin.cookiesTitle')} actions={again}>
          <CookiesExplained trouble={cookieTrouble(location.protocol, pageMeta('scheme'))} />
        </Outcome>
      ) : null}
    </DoorFrame>
  );
}
