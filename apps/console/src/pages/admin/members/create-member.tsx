import { TextInput } from '@mantine/core';
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
import { focusFirstProblem } from '../../../design/focus-first-problem.ts';
import { ACCOUNTS } from './accounts-query.ts';
import { OneTimePassword } from './one-time-password.tsx';

/** Creates an account without a letter: its one-time password is shown here once. */
export function CreateMember({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [workspaceId, setWorkspaceId] = useState('');
  const [role, setRole] = useState<GivenRole>('normal');
  const [isChecked, setChecked] = useState(false);

  const creating = useMutation({
    mutationFn: () => {
      const place = workspaceId === '' ? {} : { workspace_id: workspaceId, role };
      const body = { name: name.trim(), email: email.trim(), ...place };
      return adminClient.call('POST /admin-api/v1/accounts', { body });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ACCOUNTS }),
  });

  const problems = {
    name: name.trim() === '' ? t('field.nameMissing') : undefined,
    email: email.includes('@') ? undefined : t('field.emailMissing'),
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
      title={t('admin.create.title')}
      lead={t('admin.create.lead')}
      closeLabel={t('admin.frame.close')}
      isFirm={creating.isSuccess}
      onClose={onClose}
    >
      {creating.isError ? <AdminRefusal error={creating.error} /> : null}
      {creating.isSuccess ? (
        <OneTimePassword
          title={t('admin.create.done', { name: name.trim() })}
          email={email.trim()}
          password={creating.data.one_time_password}
          onClose={onClose}
        />
      ) : (
        <form className={forms.form} onSubmit={submit} noValidate autoComplete="off">
          <TextInput
            label={t('admin.members.name')}
            name="name"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={shown.name}
          />
          <TextInput
            label={t('signin.email')}
            name="email"
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={shown.email}
          />
          <WorkspaceField
            label={t('admin.invite.workspace')}
            none={t('admin.create.noWorkspace')}
            value={workspaceId}
            onChange={setWorkspaceId}
          />
          {workspaceId === '' ? null : <RoleField label={t('admin.invite.role')} value={role} onChange={setRole} />}
          <div className={forms.answers}>
            <ActButton type="submit" pending={creating.isPending}>
              {t('admin.create.submit')}
            </ActButton>
          </div>
        </form>
      )}
    </Drawer>
  );
}
