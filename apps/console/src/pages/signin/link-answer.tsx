import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { DeclineLink } from './decline-link.tsx';
import { LinkFacts } from './link-facts.tsx';
import type { PendingLink } from './pending-link.ts';
import styles from './signin.module.css';
import { useReturn } from './use-return.ts';

interface Props {
  readonly link: PendingLink;
  readonly account: NonNullable<PendingLink['account']>;
  readonly redirectUrl: string | undefined;
  readonly onDeclined: () => void;
}

/** Somebody is signed in: nothing is linked without a yes. */
export function LinkAnswer({ link, account, redirectUrl, onDeclined }: Props) {
  const { t } = useTranslation();
  const comeBack = useReturn(redirectUrl);
  const [isLinked, setLinked] = useState(false);
  const accepting = useMutation({
    mutationFn: () => client.call('POST /console/api/sso/pending-link', {}),
    onSuccess: () => setLinked(true),
  });

  if (isLinked) {
    return (
      <Outcome
        tone="done"
        title={t('link.linkedTitle', { provider: link.label })}
        actions={
          <ActButton pending={false} onClick={comeBack}>
            {t('link.goOn')}
          </ActButton>
        }
      >
        <p>{t('link.linkedText', { email: account.email })}</p>
      </Outcome>
    );
  }
  return (
    <div className={forms.stack}>
      <Heading
        title={t('link.askTitle', { provider: link.label })}
        lead={t('link.askLead', { name: account.name, email: account.email })}
      />
      <LinkFacts link={link} />
      {accepting.isError ? <RefusalNotice error={accepting.error} /> : null}
      <div className={styles.answers}>
        <ActButton pending={accepting.isPending} onClick={() => accepting.mutate()}>
          {t('link.accept')}
        </ActButton>
        <DeclineLink word={t('link.decline')} onDeclined={onDeclined} />
      </div>
    </div>
  );
}
