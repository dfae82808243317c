import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { focusFirstProblem } from '../../design/focus-first-problem.ts';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Saved } from '../../design/saved.tsx';
import { Section } from '../../design/section.tsx';
import { client } from '../../session/client.ts';
import { workspacesQuery } from '../home/workspaces-query.ts';
import styles from './members.module.css';
import { membersQuery } from './members-query.ts';

const LONGEST_NAME = 80;

interface Props {
  readonly name: string;
  readonly mayHandOver: boolean;
}

/** The workspace's name, and whose it is. */
export function WorkspaceSection({ name: current, mayHandOver }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState(current);
  const [isChecked, setChecked] = useState(false);
  const problem = name.trim() === '' ? t('field.nameMissing') : undefined;

  const renaming = useMutation({
    mutationFn: () => client.call('POST /console/api/workspaces/info', { body: { name: name.trim() } }),
    onSuccess: async () => {
      await Promise.all([queryClient.invalidateQueries(membersQuery), queryClient.invalidateQueries(workspacesQuery)]);
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (problem !== undefined) focusFirstProblem(event.currentTarget, { name: problem });
    else if (!renaming.isPending) renaming.mutate();
  };

  return (
    <Section title={t('members.workspaceTitle')}>
      {renaming.isError ? <RefusalNotice error={renaming.error} /> : null}
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('members.workspaceName')}
          name="name"
          maxLength={LONGEST_NAME}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            renaming.reset();
          }}
          error={isChecked ? problem : undefined}
        />
        <div className={styles.act}>
          <ActButton type="submit" variant="outline" pending={renaming.isPending}>
            {t('members.rename')}
          </ActButton>
          <Saved when={renaming.isSuccess} />
        </div>
      </form>
      {mayHandOver ? (
        <div className={styles.split}>
          <p>{t('members.ownerText')}</p>
          <p>
            <Link to="/members/ownership">{t('members.handOver')}</Link>
          </p>
        </div>
      ) : null}
    </Section>
  );
}
