import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Question } from '../../../admin/question.tsx';
import { type OneWorkspace, WORKSPACES } from './workspaces-query.ts';

interface Props {
  readonly workspace: OneWorkspace;
  readonly onClose: () => void;
}

/** Deletes a workspace once its name is typed, so that it is not the wrong one. */
export function DeleteWorkspace({ workspace, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { id, name, member_count } = workspace;
  const isSame = typed.trim() === name;
  const deleting = useMutation({
    mutationFn: () =>
      adminClient.call('DELETE /admin-api/v1/workspaces/{workspace_id}', {
        params: { workspace_id: id },
        body: { name: typed.trim() },
      }),
    onSuccess: async () => {
      await navigate({ to: '/admin/workspaces' });
      await queryClient.invalidateQueries({ queryKey: WORKSPACES });
    },
  });
  return (
    <Question
      title={t('admin.workspaces.ask.delete', { name })}
      text={t('admin.workspaces.deleteText', { count: member_count })}
      confirm={t('admin.workspaces.do.delete')}
      pending={deleting.isPending}
      error={deleting.error}
      onConfirm={() => {
        setChecked(true);
        if (isSame) deleting.mutate();
      }}
      onClose={onClose}
    >
      <TextInput
        label={t('admin.workspaces.typeName', { name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isChecked && !isSame ? t('admin.refusal.wrong_name') : undefined}
      />
    </Question>
  );
}
