import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AdminSession, adminSessionQuery, findAdminSession } from '../../../admin/admin-session.ts';
import { administrationPath } from '../../../admin/administration-path.ts';
import { EntranceFrame } from '../../../design/entrance-frame.tsx';
import forms from '../../../design/form.module.css';
import { Heading } from '../../../design/heading.tsx';
import { Notice } from '../../../design/notice.tsx';
import { pageMeta } from '../../../session/page-meta.ts';
import { ssoOptionsQuery } from '../../../session/sso-options.ts';
import { cookieTrouble } from '../../signin/cookie-trouble.ts';
import { CookiesExplained } from '../../signin/cookies-explained.tsx';
import { ProviderButtons } from '../../signin/provider-buttons.tsx';
import styles from '../../signin/signin.module.css';
import { SsoRefused } from '../../signin/sso-refused.tsx';
import { NewPassword } from './new-password.tsx';
import { SignInForm } from './sign-in-form.tsx';

const route = getRouteApi('/admin/signin');

type Step =
  | { readonly kind: 'form' }
  | { readonly kind: 'cookies_lost' }
  /** `password` is the one-time password that has just let them in. */
  | { readonly kind: 'new_password'; readonly session: AdminSession; readonly password: string };

/** The administration's own door. */
export function AdminSignInPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { redirect_url, ...refusal } = route.useSearch();
  const { buttons } = useSuspenseQuery(ssoOptionsQuery('administration')).data;
  const [step, setStep] = useState<Step>({ kind: 'form' });

  const enter = (session: AdminSession) => {
    queryClient.setQueryData(adminSessionQuery.queryKey, { ...session, must_change_password: false });
    router.history.replace(administrationPath(redirect_url, location.origin));
  };

  const follow = async (password: string) => {
    const session = await findAdminSession();
    if (session === null) setStep({ kind: 'cookies_lost' });
    else if (session.must_change_password) setStep({ kind: 'new_password', session, password });
    else enter(session);
  };

  if (step.kind === 'new_password') {
    const { session, password } = step;
    return (
      <EntranceFrame>
        <NewPassword session={session} current={password} onSet={() => enter(session)} />
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame>
      <div className={forms.stack}>
        <Heading title={t('admin.signIn.title')} lead={t('admin.signIn.lead')} />
        {step.kind === 'cookies_lost' ? (
          <Notice tone="attention" title={t('signin.cookiesTitle')} announces={step}>
            <CookiesExplained trouble={cookieTrouble(location.protocol, pageMeta('scheme'))} />
          </Notice>
        ) : null}
        <SsoRefused refusal={refusal} />
        <SignInForm onSignedIn={follow} />
        {buttons.length === 0 ? null : (
          <>
            <p className={styles.or}>{t('signin.or')}</p>
            <ProviderButtons entrances={buttons} redirectUrl={administrationPath(redirect_url, location.origin)} />
          </>
        )}
      </div>
    </EntranceFrame>
  );
}
