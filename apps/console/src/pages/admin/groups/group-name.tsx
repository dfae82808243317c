import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Saved } from '../../../design/saved.tsx';
import { Section } from '../../../design/section.tsx';
import { GROUPS, type OneGroup } from './groups-query.ts';

export function GroupName({ group }: { readonly group: OneGroup }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState(group.name);
  const problem = name.trim() === '' ? t('field.nameMissing') : undefined;
  const saving = useMutation({
    mutationFn: () =>
      adminClient.call('PATCH /admin-api/v1/groups/{group_id}', {
        params: { group_id: group.id },
        body: { name: name.trim() },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: GROUPS }),
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem === undefined && !saving.isPending) saving.mutate();
  };

  return (
    <Section title={t('admin.members.name')}>
      {saving.isError ? <AdminRefusal error={saving.error} /> : null}
      <form className={`${forms.form} ${forms.narrow}`} onSubmit={submit} noValidate>
        <TextInput
          aria-label={t('admin.members.name')}
          maxLength={80}
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value);
            saving.reset();
          }}
        />
        <div className={forms.answers}>
          <ActButton type="submit" variant="outline" pending={saving.isPending}>
            {t('admin.workspaces.rename')}
          </ActButton>
          <Saved when={saving.isSuccess} />
        </div>
      </form>
    </Section>
  );
}
