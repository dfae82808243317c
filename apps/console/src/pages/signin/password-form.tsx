import { WireError } from '@latchkey/sdk';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { PasswordField } from '../../design/password-field.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { signIn } from '../../session/sign-in.ts';
import { useFollow } from './use-follow.ts';

interface Props {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly redirectUrl: string | undefined;
}

export function PasswordForm({ email, onEmail, redirectUrl }: Props) {
  const { t } = useTranslation();
  const follow = useFollow(redirectUrl);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const isAddressGiven = useRef(email !== '');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);

  useEffect(() => (isAddressGiven.current ? passwordField : emailField).current?.focus(), []);

  const attempt = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: follow,
  });

  const problems = {
    email: email.includes('@') ? undefined : t('field.emailMissing'),
    password: password === '' ? t('field.passwordMissing') : undefined,
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.email !== undefined || problems.password !== undefined) {
      focusFirstProblem(event.currentTarget, problems);
    } else if (!attempt.isPending) {
      attempt.mutate();
    }
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {attempt.isError ? (
        <RefusalNotice error={attempt.error} text={isMethodOff(attempt.error) ? t('signin.methodOff') : undefined} />
      ) : null}
      <TextInput
        ref={emailField}
        label={t('signin.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
        error={checked ? problems.email : undefined}
      />
      <PasswordField
        ref={passwordField}
        label={t('signin.password')}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={checked ? problems.password : undefined}
      />
      <ActButton type="submit" fullWidth pending={attempt.isPending}>
        {t('signin.submit')}
      </ActButton>
    </form>
  );
}

function isMethodOff(error: unknown): boolean {
  return error instanceof WireError && error.code === 'forbidden';
}
