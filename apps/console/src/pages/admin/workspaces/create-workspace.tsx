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
import { WORKSPACES } from './workspaces-query.ts';

export function CreateWorkspace({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [owner, setOwner] = useState('');
  const [isChecked, setChecked] = useState(false);
  const creating = useMutation({
    mutationFn: () =>
      adminClient.call('POST /admin-api/v1/workspaces', { body: { name: name.trim(), owner_email: owner.trim() } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: WORKSPACES });
      await navigate({ to: '/admin/workspaces/$workspaceId', params: { workspaceId: id } });
    },
  });
  const problems = {
    name: name.trim() === '' ? t('field.nameMissing') : undefined,
    owner: owner.includes('@') ? undefined : t('field.emailMissing'),
  };
  const shown: Partial<typeof problems> = isChecked ? problems : {};

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(problems).some(Boolean)) focusFirstProblem(event.currentTarget, problems);
    else if (!creating.isPending) creating.mutate();
  };

  return (
    <Drawer
      title={t('admin.workspaces.createTitle')}
      lead={t('admin.workspaces.createLead')}
      closeLabel={t('admin.frame.close')}
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
          error={shown.name}
        />
        <TextInput
          label={t('admin.workspaces.ownerEmail')}
          description={t('admin.workspaces.ownerHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          name="owner"
          type="email"
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
          error={shown.owner}
        />
        <div className={forms.answers}>
          <ActButton type="submit" pending={creating.isPending}>
            {t('admin.workspaces.create')}
          </ActButton>
        </div>
      </form>
    </Drawer>
  );
}
