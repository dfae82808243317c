import { TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Saved } from '../../../design/saved.tsx';
import { Section } from '../../../design/section.tsx';
import { useWorkspaceChange } from './use-workspace-change.ts';
import type { OneWorkspace } from './workspaces-query.ts';

export function WorkspaceName({ workspace }: { readonly workspace: OneWorkspace }) {
  const { t } = useTranslation();
  const [name, setName] = useState(workspace.name);
  const saving = useWorkspaceChange(workspace.id);
  const problem = name.trim() === '' ? t('field.nameMissing') : undefined;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem === undefined && !saving.isPending) saving.mutate({ name: name.trim() });
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
