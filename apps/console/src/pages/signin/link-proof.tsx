import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Notice } from '../../design/notice.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { DeclineLink } from './decline-link.tsx';
import { LinkFacts } from './link-facts.tsx';
import { MailMethods } from './mail-methods.tsx';
import { methodsOn } from './methods-on.ts';
import type { PendingLink } from './pending-link.ts';

interface Props {
  readonly link: PendingLink;
  readonly redirectUrl: string | undefined;
  readonly onDeclined: () => void;
}

/** Nobody is signed in: the person proves what they have. */
export function LinkProof({ link, redirectUrl, onDeclined }: Props) {
  const { t } = useTranslation();
  const [first, ...others] = methodsOn(useSuspenseQuery(systemFeaturesQuery).data);
  const [email, setEmail] = useState(link.email ?? '');
  const here =
    redirectUrl === undefined ? '/signin/link' : `/signin/link?${new URLSearchParams({ redirect_url: redirectUrl })}`;
  return (
    <div className={forms.stack}>
      <Heading title={t('link.proveTitle')} lead={t('link.proveLead', { provider: link.label })} />
      <LinkFacts link={link} />
      {first === undefined ? (
        <Notice tone="attention">
          <p>{t('link.noMethod')}</p>
          <WhomToAsk />
        </Notice>
      ) : (
        <MailMethods methods={[first, ...others]} email={email} onEmail={setEmail} redirectUrl={here} />
      )}
      <DeclineLink word={t('link.haveNone')} onDeclined={onDeclined} />
    </div>
  );
}
