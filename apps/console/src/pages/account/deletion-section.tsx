import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import type { Account } from '../../session/profile.ts';
import { CodeForm } from '../mail-code/code-form.tsx';
import styles from './account.module.css';

/** Ends the account for good, once a code proves that its owner asks. */
export function DeletionSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const [token, setToken] = useState<string | null>(null);
  const send = async () => setToken((await client.call('GET /console/api/account/delete/verify', {})).data);
  const start = useMutation({ mutationFn: send });

  const remove = async (code: string) => {
    await client.call('POST /console/api/account/delete', { body: { token: token ?? '', code } });
    // By a full load, so that nothing of the account stays in memory.
    location.assign('/account/deleted');
  };

  return (
    <Section title={t('deletion.title')} lead={t('deletion.lead')}>
      {start.isError ? <RefusalNotice error={start.error} /> : null}
      {token === null ? (
        <div className={styles.act}>
          <ActButton variant="outline" color="danger" pending={start.isPending} onClick={() => start.mutate()}>
            {t('deletion.start')}
          </ActButton>
        </div>
      ) : (
        <div className={styles.form}>
          <Notice tone="attention" title={t('deletion.whatTitle')}>
            <p>{t('deletion.whatWorkspaces')}</p>
            <p>{t('deletion.whatRest')}</p>
          </Notice>
          <p>{t('code.sentTo', { email: account.email })}</p>
          <CodeForm
            check={remove}
            resend={send}
            confirm={{ label: t('deletion.confirm'), isDangerous: true }}
            actions={
              <Button variant="outline" onClick={() => setToken(null)}>
                {t('deletion.keep')}
              </Button>
            }
          />
        </div>
      )}
    </Section>
  );
}
