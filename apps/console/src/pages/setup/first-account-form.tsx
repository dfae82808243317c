import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { FieldRefusal } from '../../design/field-refusal.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { passwordProblem } from '../../password/password-rule.ts';
import { refusedPassword } from '../../password/refused-password.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { profileQuery } from '../../session/profile.ts';
import { createFirstAccount, type FirstAccountResult } from './create-first-account.ts';
import { setUpStateQuery } from './set-up-state-query.ts';

export interface FirstAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface Props {
  readonly account: FirstAccount;
  readonly onChange: (account: FirstAccount) => void;
  readonly onSecretNeeded: () => void;
}

export function FirstAccountForm({ account, onChange, onSecretNeeded }: Props) {
  const { t } = useTranslation();
  const { language, theme } = usePreferences();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [checked, setChecked] = useState(false);
  const change = (part: Partial<FirstAccount>) => onChange({ ...account, ...part });

  const name = account.name.trim();
  const email = account.email.trim();

  const follow = async (result: FirstAccountResult) => {
    if (result.kind === 'secret_needed') return onSecretNeeded();
    if (result.kind === 'finished') return queryClient.invalidateQueries(setUpStateQuery);
    // Created but not signed in: the sign-in page finds out why and says so.
    if (result.kind !== 'signed_in') return navigate({ to: '/signin' });
    queryClient.setQueryData(profileQuery.queryKey, result.account);
    return navigate({ to: '/', replace: true });
  };

  const creation = useMutation({
    mutationFn: () => createFirstAccount({ name, email, password: account.password, language, theme }),
    onSuccess: follow,
  });

  const refused = refusedPassword(creation.error);
  const broken = passwordProblem(account.password);
  const problems = {
    name: name === '' ? t('field.nameMissing') : undefined,
    email: email.includes('@') ? undefined : t('field.emailMissing'),
    password: broken === undefined ? undefined : t(`password.${broken}`),
  };
  const shown: Partial<typeof problems> = checked ? problems : {};

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!creation.isPending) creation.mutate();
  };

  return (
    <div className={forms.stack}>
      <Heading title={t('setup.title')} lead={t('setup.lead')} />
      <form className={forms.form} onSubmit={submit} noValidate>
        {creation.isError && refused === undefined ? <RefusalNotice error={creation.error} /> : null}
        <TextInput
          label={t('setup.name')}
          name="name"
          autoComplete="name"
          maxLength={30}
          required
          withAsterisk={false}
          value={account.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={shown.name}
        />
        <TextInput
          label={t('setup.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={account.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={shown.email}
        />
        <NewPasswordField
          label={t('setup.password')}
          name="password"
          value={account.password}
          onChange={(password) => {
            change({ password });
            creation.reset();
          }}
          error={
            refused === undefined ? (
              shown.password
            ) : (
              <FieldRefusal error={creation.error} text={t(`refusal.${refused}`)} />
            )
          }
        />
        <ActButton type="submit" fullWidth pending={creation.isPending}>
          {t('setup.submit')}
        </ActButton>
      </form>
    </div>
  );
}
