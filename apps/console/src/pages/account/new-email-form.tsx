import { WireError } from '@latchkey/sdk';
import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { FieldRefusal } from '../../design/field-refusal.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import styles from './account.module.css';
import { sendNewEmailCode } from './email-change.ts';

interface Props {
  /** The token of the proven old address. */
  readonly proof: string;
  readonly onSent: (email: string, token: string) => void;
  readonly actions: ReactNode;
}

export function NewEmailForm({ proof, onSent, actions }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const field = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState('');
  const [isChecked, setChecked] = useState(false);
  const sending = useMutation({
    mutationFn: async (address: string) => ({ address, token: await sendNewEmailCode(address, proof, language) }),
    onSuccess: ({ address, token }) => onSent(address, token),
    onError: () => field.current?.focus(),
  });
  const isTaken = sending.error instanceof WireError && sending.error.code === 'email_already_in_use';
  const problem = email.includes('@') ? undefined : t('field.emailMissing');

  useEffect(() => field.current?.focus(), []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) field.current?.focus();
    else if (!sending.isPending) sending.mutate(email.trim());
  };

  const shown = () => {
    if (isTaken) return <FieldRefusal error={sending.error} text={t('refusal.email_already_in_use')} />;
    return isChecked ? problem : undefined;
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {sending.isError && !isTaken ? <RefusalNotice error={sending.error} /> : null}
      <TextInput
        ref={field}
        label={t('emailChange.newAddress')}
        name="email"
        type="email"
        autoComplete="email"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          sending.reset();
        }}
        error={shown()}
      />
      <div className={styles.act}>
        <ActButton type="submit" pending={sending.isPending}>
          {t('signin.sendCode')}
        </ActButton>
        {actions}
      </div>
    </form>
  );
}
