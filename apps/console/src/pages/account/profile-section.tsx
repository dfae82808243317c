import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Saved } from '../../design/saved.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import { type Account, profileQuery } from '../../session/profile.ts';
import styles from './account.module.css';

export function ProfileSection({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState(account.name);
  const [checked, setChecked] = useState(false);
  const length = name.trim().length;
  const problem = length < 1 || length > 30 ? t('field.nameLength') : undefined;

  const saving = useMutation({
    mutationFn: () => client.call('POST /console/api/account/name', { body: { name: name.trim() } }),
    onSuccess: (saved) => queryClient.setQueryData(profileQuery.queryKey, saved),
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) focusFirstProblem(event.currentTarget, { name: problem });
    else if (!saving.isPending) saving.mutate();
  };

  return (
    <Section title={t('account.profile')}>
      {saving.isError ? <RefusalNotice error={saving.error} /> : null}
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('account.name')}
          name="name"
          autoComplete="name"
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            saving.reset();
          }}
          error={checked ? problem : undefined}
        />
        <div className={styles.act}>
          <ActButton type="submit" variant="outline" pending={saving.isPending}>
            {t('account.saveName')}
          </ActButton>
          <Saved when={saving.isSuccess} />
        </div>
      </form>
    </Section>
  );
}
