import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Drawer } from '../../design/drawer.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { GROUPS } from './groups-query.ts';

export function CreateGroup({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const problems = { name: name.trim() === '' ? t('field.nameMissing') : undefined };
  const creating = useMutation({
    mutationFn: () => client.call('POST /console/api/groups', { body: { name: name.trim() } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: GROUPS });
      await navigate({ to: '/groups/$groupId', params: { groupId: id } });
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
      title={t('groups.createTitle')}
      lead={t('groups.createLead')}
      closeLabel={t('frame.close')}
      isSmall
      onClose={onClose}
    >
      {creating.isError ? <RefusalNotice error={creating.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('groups.name')}
          name="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isChecked ? problems.name : undefined}
        />
        <div>
          <ActButton type="submit" pending={creating.isPending}>
            {t('groups.create')}
          </ActButton>
        </div>
      </form>
    </Drawer>
  );
}
