import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { type Account, profileQuery } from '../../session/profile.ts';
import { systemFeaturesQuery } from '../../session/system-features.ts';
import { CodeForm } from '../mail-code/code-form.tsx';
import styles from './account.module.css';
import { changeEmail, checkEmailCode, sendNewEmailCode, sendOldEmailCode } from './email-change.ts';
import { NewEmailForm } from './new-email-form.tsx';
import { sessionsQuery } from './sessions-query.ts';

type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'old_code'; readonly token: string }
  | { readonly kind: 'new_address'; readonly proof: string }
  | { readonly kind: 'new_code'; readonly proof: string; readonly email: string; readonly token: string };

/** Changes the mail address: the old one is proven by a code, then the new one. */
export function EmailSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { language } = usePreferences();
  const isOn = useQuery(systemFeaturesQuery).data?.enable_change_email ?? false;
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  const [isChanged, setChanged] = useState(false);

  const start = useMutation({
    mutationFn: () => sendOldEmailCode(account.email, language),
    onSuccess: (token) => {
      setChanged(false);
      setStep({ kind: 'old_code', token });
    },
  });

  const finish = async (email: string, token: string) => {
    queryClient.setQueryData(profileQuery.queryKey, await changeEmail(email, token));
    setStep({ kind: 'rest' });
    setChanged(true);
    await queryClient.invalidateQueries(sessionsQuery);
  };

  const cancel = (
    <Button variant="outline" onClick={() => setStep({ kind: 'rest' })}>
      {t('frame.cancel')}
    </Button>
  );

  return (
    <Section title={t('account.email')} lead={account.email}>
      {start.isError ? <RefusalNotice error={start.error} /> : null}
      {isChanged ? (
        <Notice tone="done" announces={account.email}>
          <p>{t('emailChange.done', { email: account.email })}</p>
        </Notice>
      ) : null}
      {step.kind === 'rest' && isOn ? (
        <div className={styles.act}>
          <ActButton variant="outline" pending={start.isPending} onClick={() => start.mutate()}>
            {t('emailChange.start')}
          </ActButton>
        </div>
      ) : null}
      {step.kind === 'rest' && !isOn ? <p>{t('emailChange.off')}</p> : null}
      {step.kind === 'old_code' ? (
        <div className={styles.form}>
          <h3>{t('emailChange.oldTitle')}</h3>
          <p>{t('code.sentTo', { email: account.email })}</p>
          <CodeForm
            check={async (code) =>
              setStep({ kind: 'new_address', proof: await checkEmailCode(account.email, code, step.token) })
            }
            resend={async () => setStep({ ...step, token: await sendOldEmailCode(account.email, language) })}
            actions={cancel}
          />
        </div>
      ) : null}
      {step.kind === 'new_address' ? (
        <div className={styles.form}>
          <h3>{t('emailChange.newTitle')}</h3>
          <NewEmailForm
            proof={step.proof}
            onSent={(email, token) => setStep({ kind: 'new_code', proof: step.proof, email, token })}
            actions={cancel}
          />
        </div>
      ) : null}
      {step.kind === 'new_code' ? (
        <div className={styles.form}>
          <h3>{t('emailChange.proveTitle')}</h3>
          <p>{t('code.sentTo', { email: step.email })}</p>
          <CodeForm
            check={async (code) => finish(step.email, await checkEmailCode(step.email, code, step.token))}
            resend={async () => setStep({ ...step, token: await sendNewEmailCode(step.email, step.proof, language) })}
            actions={cancel}
          />
        </div>
      ) : null}
    </Section>
  );
}
