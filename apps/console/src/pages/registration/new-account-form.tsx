import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { FieldRefusal } from '../../design/field-refusal.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { NewPasswordField } from '../../password/new-password-field.tsx';
import { passwordProblem } from '../../password/password-rule.ts';
import { refusedPassword } from '../../password/refused-password.ts';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { codeTrouble } from '../mail-code/code-trouble.ts';
import type { NewAccount } from './register.ts';

const LONGEST_NAME = 80;

interface Props {
  readonly email: string;
  readonly create: (account: NewAccount) => Promise<unknown>;
  /** Where an address is proven anew, once the proof is over. */
  readonly back: Pick<LinkProps, 'to' | 'search'>;
}

export function NewAccountForm({ email, create, back }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const creation = useMutation({ mutationFn: () => create({ name: name.trim(), password, language }) });

  const refused = refusedPassword(creation.error);
  const isOver = codeTrouble(creation.error) === 'over';
  const broken = passwordProblem(password);
  const problems = {
    name: name.trim() === '' ? t('field.nameMissing') : undefined,
    password: broken === undefined ? undefined : t(`password.${broken}`),
  };
  const shown: Partial<typeof problems> = isChecked ? problems : {};

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!creation.isPending) creation.mutate();
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {creation.isError && refused === undefined ? (
        <RefusalNotice error={creation.error} text={isOver ? t('code.againText') : undefined} />
      ) : null}
      {isOver ? <Link {...back}>{t('code.again')}</Link> : null}
      {/* For password managers. */}
      <input hidden autoComplete="username" value={email} readOnly />
      <TextInput
        label={t('registration.name')}
        name="name"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={shown.name}
      />
      <NewPasswordField
        label={t('signin.password')}
        name="password"
        value={password}
        onChange={(typed) => {
          setPassword(typed);
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
        {t('registration.submit')}
      </ActButton>
    </form>
  );
}
