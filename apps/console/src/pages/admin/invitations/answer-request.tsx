import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { type GivenRole, RoleField } from '../../../admin/role-field.tsx';
import { WorkspaceField } from '../../../admin/workspace-field.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import type { AccessRequest } from './invitations-query.ts';

interface Props {
  readonly request: AccessRequest;
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** Takes somebody who asked into a workspace, or declines. */
export function AnswerRequest({ request, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [workspaceId, setWorkspaceId] = useState('');
  const [role, setRole] = useState<GivenRole>('normal');
  const [isChecked, setChecked] = useState(false);
  const { name } = request.account;
  const answering = useMutation({
    mutationFn: (answer: 'invite' | 'decline') =>
      adminClient.call('POST /admin-api/v1/access-requests/{request_id}/answer', {
        params: { request_id: request.id },
        body: answer === 'invite' ? { answer, workspace_id: workspaceId, role } : { answer },
      }),
    onSuccess: async (_, answer) => {
      onDone(t(`admin.requests.done.${answer}`, { name }));
      await queryClient.invalidateQueries({ queryKey: ['admin'] });
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (workspaceId !== '' && !answering.isPending) answering.mutate('invite');
  };

  return (
    <Drawer
      title={t('admin.requests.answerTitle', { name })}
      lead={t('admin.requests.answerLead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      {answering.isError ? <AdminRefusal error={answering.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <WorkspaceField
          label={t('admin.invite.workspace')}
          value={workspaceId}
          error={isChecked && workspaceId === '' ? t('admin.frame.chooseWorkspace') : undefined}
          onChange={setWorkspaceId}
        />
        <RoleField label={t('admin.invite.role')} value={role} onChange={setRole} />
        <div className={forms.answers}>
          <ActButton type="submit" pending={answering.isPending && answering.variables === 'invite'}>
            {t('admin.requests.take')}
          </ActButton>
          <ActButton
            variant="outline"
            color="danger"
            pending={answering.isPending && answering.variables === 'decline'}
            onClick={() => answering.mutate('decline')}
          >
            {t('admin.requests.decline')}
          </ActButton>
        </div>
      </form>
    </Drawer>
  );
}
