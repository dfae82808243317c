import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { kept } from '../../session/tab-memory.ts';

interface Props {
  /** Asks for a code and goes on to where it is entered. */
  readonly send: (email: string) => Promise<unknown>;
  readonly submit: string;
  readonly initialEmail?: string;
  readonly onEmail?: (email: string) => void;
  /** Words for a refusal that fit this place better. */
  readonly refusalText?: (error: unknown) => string | undefined;
}

/** Asks for the mail address that a code is sent to. */
export function MailForm({ send, submit, initialEmail, onEmail, refusalText }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState(initialEmail ?? kept('email') ?? '');
  const [isChecked, setChecked] = useState(false);
  const sending = useMutation({ mutationFn: () => send(email.trim()) });
  const problem = email.includes('@') ? undefined : t('field.emailMissing');

  useEffect(() => field.current?.focus(), []);

  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) field.current?.focus();
    else if (!sending.isPending) sending.mutate();
  };

  return (
    <form className={forms.form} onSubmit={onSubmit} noValidate>
      {sending.isError ? <RefusalNotice error={sending.error} text={refusalText?.(sending.error)} /> : null}
      <TextInput
        ref={field}
        label={t('signin.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          onEmail?.(event.currentTarget.value);
        }}
        error={isChecked ? problem : undefined}
      />
      <ActButton type="submit" fullWidth pending={sending.isPending}>
        {submit}
      </ActButton>
    </form>
  );
}
