import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Notice } from '../../design/notice.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { pageMeta } from '../../session/page-meta.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { kept } from '../../session/tab-memory.ts';
import { userCodeIn } from '../device/user-code.ts';
import { CodeRequest } from './code-request.tsx';
import { cookieTrouble } from './cookie-trouble.ts';
import { CookiesExplained } from './cookies-explained.tsx';
import { methodsOn } from './methods-on.ts';
import { PasswordForm } from './password-form.tsx';
import { WaysToAnAccount } from './ways-to-an-account.tsx';

interface Props {
  readonly redirectUrl: string | undefined;
  /** Says what signing in is for, where it is for more than this instance. */
  readonly heading?: ReactNode;
}

/** The methods that are on, and nothing else. */
export function SignInMethods({ redirectUrl, heading }: Props) {
  const { t } = useTranslation();
  const features = useSuspenseQuery(systemFeaturesQuery).data;
  const methods = methodsOn(features);
  const [email, setEmail] = useState(() => kept('email') ?? '');
  const [wanted, setWanted] = useState(methods[0]);
  const method = methods.find((one) => one === wanted) ?? methods[0];
  const other = methods.find((one) => one !== method);

  if (method === undefined) {
    return (
      <Outcome tone="attention" title={t('signin.noMethodTitle')}>
        <p>{t('signin.noMethodText')}</p>
        <WhomToAsk />
      </Outcome>
    );
  }

  const form = { email, onEmail: setEmail, redirectUrl };
  return (
    <div className={forms.stack}>
      {heading ?? <Title redirectUrl={redirectUrl} />}
      <CookieWarning />
      {method === 'password' ? <PasswordForm {...form} /> : <CodeRequest {...form} />}
      {other === undefined ? null : (
        <Button variant="outline" fullWidth onClick={() => setWanted(other)}>
          {t(other === 'code' ? 'signin.withCode' : 'signin.withPassword')}
        </Button>
      )}
      <WaysToAnAccount method={method} redirectUrl={redirectUrl} />
    </div>
  );
}

function Title({ redirectUrl }: { readonly redirectUrl: string | undefined }) {
  const { t } = useTranslation();
  const { branding } = useSuspenseQuery(systemFeaturesQuery).data;
  // A hyphen that does not break: the two halves belong together.
  const code = userCodeIn(redirectUrl)?.replace('-', '\u2011');
  const organisation = (branding.enabled && branding.application_title) || 'Latchkey';
  return (
    <Heading
      title={t('signin.title', { organisation })}
      lead={code === undefined ? undefined : t('signin.forTerminal', { code })}
    />
  );
}

function CookieWarning() {
  const { t } = useTranslation();
  const trouble = cookieTrouble(location.protocol, pageMeta('scheme'));
  // Browsers keep Secure cookies of a loopback address even over http.
  if (trouble !== 'page_is_http' || isSecureContext) return null;
  return (
    <Notice tone="attention" title={t('signin.cookiesNoticeTitle')}>
      <CookiesExplained trouble={trouble} />
    </Notice>
  );
}
