import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import forms from '../../design/form.module.css';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Saved } from '../../design/saved.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import styles from './groups.module.css';
import { GROUPS, type Group } from './groups-query.ts';

/** A group's name, and the way to delete it. */
export function GroupSettings({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(group.name);
  const [isDeleting, setDeleting] = useState(false);
  const problem = name.trim() === '' ? t('field.nameMissing') : undefined;
  const params = { group_id: group.id };

  const renaming = useMutation({
    mutationFn: () => client.call('PATCH /console/api/groups/{group_id}', { params, body: { name: name.trim() } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: GROUPS }),
  });
  const deleting = useMutation({
    mutationFn: () => client.call('DELETE /console/api/groups/{group_id}', { params }),
    onSuccess: async () => {
      // The list is asked for anew, so that it does not show for a moment what is gone.
      queryClient.removeQueries({ queryKey: GROUPS, type: 'inactive' });
      await navigate({ to: '/groups' });
      queryClient.removeQueries({ queryKey: [...GROUPS, 'one', group.id] });
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (problem === undefined && !renaming.isPending) renaming.mutate();
  };

  return (
    <Section title={t('groups.settings')}>
      {renaming.isError ? <RefusalNotice error={renaming.error} /> : null}
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('groups.name')}
          name="name"
          maxLength={80}
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value);
            renaming.reset();
          }}
        />
        <div className={styles.bar}>
          <ActButton type="submit" variant="outline" pending={renaming.isPending}>
            {t('groups.rename')}
          </ActButton>
          <Button variant="outline" color="danger" onClick={() => setDeleting(true)}>
            {t('groups.delete')}
          </Button>
          <Saved when={renaming.isSuccess} />
        </div>
      </form>
      <ConfirmDialog
        open={isDeleting}
        title={t('groups.deleteTitle', { name: group.name })}
        text={t('groups.deleteText')}
        confirm={t('groups.delete')}
        pending={deleting.isPending}
        error={deleting.error}
        onConfirm={() => deleting.mutate()}
        onClose={() => {
          deleting.reset();
          setDeleting(false);
        }}
      />
    </Section>
  );
}
