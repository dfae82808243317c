import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import { ExplainedAccess, type Explanation } from './explained-access.tsx';
import styles from './webapps.module.css';
import type { WebApp } from './webapps-query.ts';

/** Answers whether somebody can open the app and why, by the decision that is made at the gate. */
export function ExplainSection({ app }: { readonly app: WebApp }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [address, setAddress] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problems = { email: email.includes('@') ? undefined : t('field.emailMissing') };
  const hasRanges = app.conditions.address_ranges.length > 0;

  const asking = useMutation({
    mutationFn: (): Promise<Explanation> =>
      client.call('GET /console/api/webapps/{webapp_id}/access/explain', {
        params: { webapp_id: app.id },
        query: { email: email.trim(), ...(hasRanges && address.trim() !== '' && { address: address.trim() }) },
      }),
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.email !== undefined) focusFirstProblem(event.currentTarget, problems);
    else if (!asking.isPending) asking.mutate();
  };

  return (
    <Section title={t('webapps.explain.title')} lead={t('webapps.explain.lead')}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('webapps.explain.email')}
          name="email"
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            asking.reset();
          }}
          error={isChecked ? problems.email : undefined}
        />
        {hasRanges ? (
          <TextInput
            label={t('webapps.explain.address')}
            description={t('webapps.explain.addressHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            name="address"
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              asking.reset();
            }}
          />
        ) : null}
        <div className={styles.bar}>
          <ActButton type="submit" variant="outline" pending={asking.isPending}>
            {t('webapps.explain.ask')}
          </ActButton>
        </div>
      </form>
      {asking.isError ? <RefusalNotice error={asking.error} /> : null}
      {asking.isSuccess ? <ExplainedAccess explanation={asking.data} email={email.trim()} app={app} /> : null}
    </Section>
  );
}
