import { MAIL_ENCRYPTIONS } from '@latchkey/contract/vocabulary';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { oneOf } from '../../../admin/filters.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';
import { PasswordField } from '../../../design/password-field.tsx';
import { Saved } from '../../../design/saved.tsx';
import { draftOf, isPort, type MailDraft, settingsOf, withEncryption } from './mail-draft.ts';
import { type Mail, mailQuery } from './mail-query.ts';

interface Props {
  readonly settings: Mail['settings'];
  readonly onRemove: () => void;
}

export function MailServerForm({ settings, onRemove }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [edits, setEdits] = useState<Partial<MailDraft>>({});
  const draft = { ...draftOf(settings), ...edits };
  const [isChecked, setChecked] = useState(false);
  const saving = useMutation({
    mutationFn: () => adminClient.call('PUT /admin-api/v1/mail', { body: settingsOf(draft) }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(mailQuery.queryKey, saved);
      setEdits({});
      await queryClient.invalidateQueries({ queryKey: ['system-features'] });
    },
  });

  const change = (part: Partial<MailDraft>) => {
    setEdits((before) => ({ ...before, ...part }));
    saving.reset();
  };
  const problems = {
    host: draft.host.trim() === '' ? t('admin.mail.hostMissing') : undefined,
    port: isPort(draft.port) ? undefined : t('admin.mail.portWrong'),
    from_address: draft.fromAddress.includes('@') ? undefined : t('field.emailMissing'),
  };
  const shown: Partial<typeof problems> = isChecked ? problems : {};
  const text = (name: keyof MailDraft) => ({
    name,
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!saving.isPending) saving.mutate();
  };

  return (
    <form className={forms.form} onSubmit={submit} noValidate autoComplete="off">
      {saving.isError ? <AdminRefusal error={saving.error} /> : null}
      <div className={forms.pair}>
        <TextInput label={t('admin.mail.host')} placeholder="smtp.example.com" {...text('host')} error={shown.host} />
        <NativeSelect
          label={t('admin.mail.encryption')}
          value={draft.encryption}
          data={MAIL_ENCRYPTIONS.map((one) => ({ value: one, label: t(`admin.mail.encryptions.${one}`) }))}
          onChange={(event) => {
            const chosen = oneOf(MAIL_ENCRYPTIONS, event.currentTarget.value);
            if (chosen !== undefined) change(withEncryption(draft, chosen));
          }}
        />
        <TextInput label={t('admin.mail.port')} inputMode="numeric" {...text('port')} error={shown.port} />
      </div>
      <p className={forms.quiet}>{t(`admin.mail.encryptionHint.${draft.encryption}`)}</p>
      <div className={forms.pair}>
        <TextInput
          label={t('admin.mail.user')}
          description={t('admin.mail.userHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...text('user')}
        />
        <PasswordField
          label={t('signin.password')}
          description={t(settings?.has_password ? 'admin.mail.passwordStored' : 'admin.mail.passwordHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required={false}
          autoComplete="new-password"
          {...text('password')}
        />
      </div>
      <div className={forms.pair}>
        <TextInput label={t('admin.mail.fromName')} placeholder="Latchkey" maxLength={80} {...text('fromName')} />
        <TextInput
          label={t('admin.mail.fromAddress')}
          placeholder="no-reply@example.com"
          {...text('fromAddress')}
          name="from_address"
          error={shown.from_address}
        />
        <TextInput
          label={t('admin.mail.ehlo')}
          description={t('admin.mail.ehloHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...text('ehloName')}
        />
      </div>
      <div className={forms.answers}>
        <ActButton type="submit" pending={saving.isPending}>
          {t('admin.mail.save')}
        </ActButton>
        {settings === null ? null : (
          <Button variant="outline" color="danger" onClick={onRemove}>
            {t('admin.mail.remove')}
          </Button>
        )}
        <Saved when={saving.isSuccess} />
      </div>
    </form>
  );
}
