import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { findSsoOptions } from '../../session/sso-options.ts';
import { ssoPath } from '../../session/sso-path.ts';

interface Props {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly redirectUrl: string | undefined;
  /** No provider is at home in the domain of the address. */
  readonly onNoHome: () => void;
}

/** First the address: its domain may lead to a provider. */
export function AddressForm({ email, onEmail, redirectUrl, onNoHome }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [isChecked, setChecked] = useState(false);
  const looking = useMutation({
    mutationFn: async () => {
      const { home } = await findSsoOptions('workspace', email.trim());
      if (home === null) onNoHome();
      else location.assign(ssoPath(home.url, { redirect_url: redirectUrl, email: email.trim() }));
      // Until the browser has left.
      if (home !== null) await new Promise(() => undefined);
    },
  });
  const problem = email.includes('@') ? undefined : t('field.emailMissing');

  useEffect(() => field.current?.focus(), []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) field.current?.focus();
    else if (!looking.isPending) looking.mutate();
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      {looking.isError ? <RefusalNotice error={looking.error} /> : null}
      <TextInput
        ref={field}
        label={t('signin.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
        error={isChecked ? problem : undefined}
      />
      <ActButton type="submit" fullWidth pending={looking.isPending}>
        {t('signin.continue')}
      </ActButton>
    </form>
  );
}
