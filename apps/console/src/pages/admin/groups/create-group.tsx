import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';
import { GROUPS } from './groups-query.ts';

export function CreateGroup({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problems = { name: name.trim() === '' ? t('field.nameMissing') : undefined };
  const creating = useMutation({
    mutationFn: () => adminClient.call('POST /admin-api/v1/groups', { body: { name: name.trim() } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: GROUPS });
      await navigate({ to: '/admin/groups/$groupId', params: { groupId: id } });
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problems.name !== undefined) focusFirstProblem(event.currentTarget, problems);
    else if (!creating.isPending) creating.mutate();
  };

  return (
    <Drawer
      title={t('admin.groups.createTitle')}
      lead={t('admin.groups.createLead')}
      closeLabel={t('admin.frame.close')}
      isSmall
      onClose={onClose}
    >
      {creating.isError ? <AdminRefusal error={creating.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('admin.members.name')}
          name="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isChecked ? problems.name : undefined}
        />
        <div className={forms.answers}>
          <ActButton type="submit" pending={creating.isPending}>
            {t('admin.groups.create')}
          </ActButton>
        </div>
      </form>
    </Drawer>
  );
}
