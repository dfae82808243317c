import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { SaveBar } from '../../../admin/save-bar.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { LimitsSection } from './limits-section.tsx';
import { OrganisationSection } from './organisation-section.tsx';
import { RulesSection } from './rules-section.tsx';
import styles from './settings.module.css';
import { changesOf, draftOf, problemsOf, type SettingsDraft } from './settings-draft.ts';
import { type Settings, settingsQuery } from './settings-query.ts';

export interface SettingsSectionProps {
  readonly draft: SettingsDraft;
  /** What the operator has set at the server. */
  readonly fixed: readonly string[];
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<SettingsDraft>) => void;
}

interface Props {
  readonly settings: Settings;
  readonly onNews: (news: string | null) => void;
}

/** The settings with what was changed on top, until it is saved. */
export function SettingsForm({ settings, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [edits, setEdits] = useState<Partial<SettingsDraft>>({});
  const draft = { ...draftOf(settings), ...edits };
  const problems = problemsOf(draft);
  const changes = changesOf(draft, settings);
  const isChanged = Object.keys(changes).length > 0;

  const saving = useMutation({
    mutationFn: () =>
      adminClient.call('PATCH /admin-api/v1/settings', { body: { ...changes, version: settings.version } }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(settingsQuery.queryKey, saved);
      setEdits({});
      onNews(t('admin.settings.saved'));
      await queryClient.invalidateQueries({ queryKey: ['system-features'] });
    },
    // What somebody else saved shows at once, under the changes made here.
    onError: async (error) => {
      if (error instanceof WireError && error.code === 'changed_meanwhile')
        await queryClient.invalidateQueries(settingsQuery);
    },
  });

  const section: SettingsSectionProps = {
    draft,
    fixed: settings.fixed,
    problem: (field) => {
      const problem = problems.get(field);
      return problem === undefined ? undefined : t(`admin.settings.problem.${problem}`);
    },
    onChange: (part) => {
      onNews(null);
      setEdits((before) => ({ ...before, ...part }));
    },
  };

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (problems.size > 0) event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else if (isChanged && !saving.isPending) saving.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <OrganisationSection {...section} />
      <RulesSection {...section} />
      <LimitsSection {...section} />
      {saving.isError ? <AdminRefusal error={saving.error} /> : null}
      {isChanged ? (
        <SaveBar text={t(problems.size > 0 ? 'admin.settings.problems' : 'admin.settings.unsaved')}>
          <ActButton type="submit" pending={saving.isPending}>
            {t('admin.settings.save')}
          </ActButton>
          <Button
            variant="outline"
            onClick={() => {
              setEdits({});
              saving.reset();
            }}
          >
            {t('admin.frame.discard')}
          </Button>
        </SaveBar>
      ) : null}
    </form>
  );
}
