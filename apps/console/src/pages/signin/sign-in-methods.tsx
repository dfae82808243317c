import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Notice } from '../../design/notice.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { pageMeta } from '../../session/page-meta.ts';
import { ssoOptionsQuery } from '../../session/sso-options.ts';
import type { SsoRefusal } from '../../session/sso-refusal.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { kept } from '../../session/tab-memory.ts';
import { userCodeIn } from '../device/user-code.ts';
import { AddressForm } from './address-form.tsx';
import { cookieTrouble } from './cookie-trouble.ts';
import { CookiesExplained } from './cookies-explained.tsx';
import { MailMethods } from './mail-methods.tsx';
import { methodsOn } from './methods-on.ts';
import { ProviderButtons } from './provider-buttons.tsx';
import styles from './signin.module.css';
import { SsoRefused } from './sso-refused.tsx';

interface Props {
  readonly redirectUrl: string | undefined;
  /** Why somebody comes back from a provider. */
  readonly refusal?: SsoRefusal;
  /** Says what signing in is for, where it is for more than this instance. */
  readonly heading?: ReactNode;
}

/** The methods that are on, and nothing else. */
export function SignInMethods({ redirectUrl, refusal = {}, heading }: Props) {
  const { t } = useTranslation();
  const [first, ...others] = methodsOn(useSuspenseQuery(systemFeaturesQuery).data);
  const { buttons, leads_by_domain } = useSuspenseQuery(ssoOptionsQuery('workspace')).data;
  const [email, setEmail] = useState(() => kept('email') ?? '');
  // The address is asked for first where it may lead to a provider.
  const [isAddressGiven, setAddressGiven] = useState(false);
  const asksAddress = leads_by_domain && !(isAddressGiven && first !== undefined);

  if (first === undefined && buttons.length === 0 && !leads_by_domain) {
    return (
      <Outcome tone="attention" title={t('signin.noMethodTitle')}>
        <p>{t('signin.noMethodText')}</p>
        <WhomToAsk />
      </Outcome>
    );
  }

  const form = { email, onEmail: setEmail, redirectUrl };
  const hasForm = asksAddress || first !== undefined;
  return (
    <div className={forms.stack}>
      {heading ?? <Title redirectUrl={redirectUrl} isSsoOnly={first === undefined} />}
      <SsoRefused refusal={refusal} />
      <CookieWarning />
      {asksAddress ? <AddressForm {...form} onNoHome={() => setAddressGiven(true)} /> : null}
      {isAddressGiven && first === undefined ? (
        <Notice tone="attention" announces={email}>
          <p>{t('signin.noProvider', { email })}</p>
          <WhomToAsk />
        </Notice>
      ) : null}
      {asksAddress || first === undefined ? null : <MailMethods {...form} methods={[first, ...others]} />}
      {hasForm && buttons.length > 0 ? <p className={styles.or}>{t('signin.or')}</p> : null}
      <ProviderButtons entrances={buttons} redirectUrl={redirectUrl} isMain={!hasForm} />
    </div>
  );
}

interface TitleProps {
  readonly redirectUrl: string | undefined;
  readonly isSsoOnly: boolean;
}

function Title({ redirectUrl, isSsoOnly }: TitleProps) {
  const { t } = useTranslation();
  const { branding } = useSuspenseQuery(systemFeaturesQuery).data;
  // A hyphen that does not break: the two halves belong together.
  const code = userCodeIn(redirectUrl)?.replace('-', '\u2011');
  const organisation = (branding.enabled && branding.application_title) || 'Latchkey';
  const lead = isSsoOnly ? t('signin.ssoOnly') : undefined;
  return (
    <Heading
      title={t('signin.title', { organisation })}
      lead={code === undefined ? lead : t('signin.forTerminal', { code })}
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
