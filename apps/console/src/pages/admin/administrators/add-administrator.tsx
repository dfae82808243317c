import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';

interface Props {
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

export function AddAdministrator({ onDone, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problem = email.includes('@') ? undefined : t('field.emailMissing');
  const adding = useMutation({
    mutationFn: () => adminClient.call('POST /admin-api/v1/administrators', { body: { email: email.trim() } }),
    onSuccess: async () => {
      onDone(t('admin.administrators.addedNow', { email: email.trim() }));
      await queryClient.invalidateQueries({ queryKey: ['admin'] });
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) focusFirstProblem(event.currentTarget, { email: problem });
    else if (!adding.isPending) adding.mutate();
  };

  return (
    <Drawer
      title={t('admin.administrators.add')}
      lead={t('admin.administrators.addLead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      {adding.isError ? <AdminRefusal error={adding.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('signin.email')}
          name="email"
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={isChecked ? problem : undefined}
        />
        <div className={forms.answers}>
          <ActButton type="submit" pending={adding.isPending}>
            {t('admin.administrators.add')}
          </ActButton>
        </div>
      </form>
    </Drawer>
  );
}
