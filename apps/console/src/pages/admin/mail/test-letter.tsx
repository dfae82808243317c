import type { MailProblem } from '@latchkey/contract/vocabulary';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminSessionQuery } from '../../../admin/admin-session.ts';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { Section } from '../../../design/section.tsx';
import styles from './mail.module.css';
import { LETTERS } from './mail-query.ts';

/** Sends a letter now, and shows what the mail server said. */
export function TestLetter() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { email } = useSuspenseQuery(adminSessionQuery).data;
  const [to, setTo] = useState(email);
  const problem = to.includes('@') ? undefined : t('field.emailMissing');
  const testing = useMutation({
    mutationFn: () => adminClient.call('POST /admin-api/v1/mail/test', { body: { to: to.trim() } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: LETTERS }),
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem === undefined && !testing.isPending) testing.mutate();
  };

  return (
    <Section title={t('admin.mail.test')} lead={t('admin.mail.testLead')}>
      {testing.isError ? <AdminRefusal error={testing.error} /> : null}
      {testing.isSuccess ? <Outcome {...testing.data} /> : null}
      <form className={`${forms.form} ${forms.narrow}`} onSubmit={submit} noValidate>
        <TextInput
          label={t('admin.mail.testTo')}
          name="to"
          type="email"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={problem}
        />
        <div className={forms.answers}>
          <ActButton type="submit" variant="outline" pending={testing.isPending}>
            {t('admin.mail.testSend')}
          </ActButton>
        </div>
      </form>
    </Section>
  );
}

interface OutcomeProps {
  readonly delivered: boolean;
  readonly response: string;
  readonly problem: { readonly code: MailProblem } | null;
}

function Outcome({ delivered, response, problem }: OutcomeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      tone={delivered ? 'done' : 'refused'}
      title={t(delivered ? 'admin.mail.testTaken' : 'admin.mail.testRefused')}
      announces={response}
    >
      {problem === null ? null : <p>{t(`admin.mail.problem.${problem.code}`)}</p>}
      <p>{t('admin.mail.said')}</p>
      <pre className={styles.said}>{response}</pre>
    </Notice>
  );
}
