import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';
import forms from '../../../design/form.module.css';
import { PasswordField } from '../../../design/password-field.tsx';

interface Props {
  readonly onSignedIn: (password: string) => Promise<void>;
}

export function SignInForm({ onSignedIn }: Props) {
  const { t } = useTranslation();
  const emailField = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);

  useEffect(() => emailField.current?.focus(), []);

  const attempt = useMutation({
    mutationFn: async () => {
      await adminClient.call('POST /admin-api/v1/session', { body: { email: email.trim(), password } });
      await onSignedIn(password);
    },
  });

  const problems = {
    email: email.includes('@') ? undefined : t('field.emailMissing'),
    password: password === '' ? t('field.passwordMissing') : undefined,
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.email !== undefined || problems.password !== undefined)
      focusFirstProblem(event.currentTarget, problems);
    else if (!attempt.isPending) attempt.mutate();
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {attempt.isError ? <AdminRefusal error={attempt.error} /> : null}
      <TextInput
        ref={emailField}
        label={t('signin.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={isChecked ? problems.email : undefined}
      />
      <PasswordField
        label={t('signin.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isChecked ? problems.password : undefined}
      />
      <ActButton type="submit" fullWidth pending={attempt.isPending}>
        {t('admin.signIn.submit')}
      </ActButton>
      <p>{t('admin.signIn.forgotten')}</p>
      <p>
        <Link to="/signin">{t('admin.signIn.toWorkspaces')}</Link>
      </p>
    </form>
  );
}
