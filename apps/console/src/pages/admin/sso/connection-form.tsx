import { WireError } from '@latchkey/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { SaveBar } from '../../../admin/save-bar.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { draftOf } from './connection-draft.ts';
import { connectionInput } from './connection-input.ts';
import { CreationSection } from './creation-section.tsx';
import { DomainsSection } from './domains-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { MappingSection } from './mapping-section.tsx';
import { ProviderSection } from './provider-section.tsx';
import { SessionSection } from './session-section.tsx';
import styles from './sso.module.css';
import { type Connection, connectionQuery, connectionsQuery } from './sso-query.ts';
import { TestSection } from './test-section.tsx';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly connection: Connection;
  readonly onNews: (news: string | null) => void;
}

/** A connection with what was changed on top, until it is saved. */
export function ConnectionForm({ connection, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { provider } = connection;
  const hasSecret = provider.protocol !== 'saml' && provider.has_client_secret;
  const { fields, isChanged, hasProblems, isChecked, check, reset } = useDraft(draftOf(connection), hasSecret);
  const saving = useMutation({
    mutationFn: () =>
      adminClient.call('PUT /admin-api/v1/sso-connections/{connection_id}', {
        params: { connection_id: connection.id },
        body: { ...connectionInput(fields.draft), version: connection.version },
      }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(connectionQuery(connection.id).queryKey, saved);
      reset();
      onNews(t('admin.sso.saved'));
      await queryClient.invalidateQueries({ ...connectionsQuery, exact: true });
    },
    // What somebody else saved shows at once, under the changes made here.
    onError: async (error) => {
      if (error instanceof WireError && error.code === 'changed_meanwhile')
        await queryClient.invalidateQueries(connectionQuery(connection.id));
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onNews(null);
    if (check(event.currentTarget) && isChanged && !saving.isPending) saving.mutate();
  };

  return (
    <>
      <TestSection connection={connection} isChanged={isChanged} />
      <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
        <GeneralSection fields={fields} />
        <ProviderSection fields={fields} connection={connection} />
        <MappingSection fields={fields} />
        <DomainsSection fields={fields} connection={connection} />
        <CreationSection fields={fields} />
        <SessionSection fields={fields} />
        {saving.isError ? <AdminRefusal error={saving.error} /> : null}
        {isChanged ? (
          <SaveBar text={t(isChecked && hasProblems ? 'admin.sso.problems' : 'admin.sso.unsaved')}>
            <ActButton type="submit" pending={saving.isPending}>
              {t('admin.sso.save')}
            </ActButton>
            <Button
              variant="outline"
              onClick={() => {
                reset();
                saving.reset();
              }}
            >
              {t('admin.frame.discard')}
            </Button>
          </SaveBar>
        ) : null}
      </form>
    </>
  );
}
