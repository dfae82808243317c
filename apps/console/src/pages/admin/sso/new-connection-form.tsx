import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Section } from '../../../design/section.tsx';
import { settingsQuery } from '../settings/settings-query.ts';
import { AddressesSection } from './addresses-section.tsx';
import { type ConnectionKind, newDraft } from './connection-draft.ts';
import { connectionInput } from './connection-input.ts';
import { NameFields } from './general-section.tsx';
import { MappingSection } from './mapping-section.tsx';
import { newConnectionId } from './new-connection-id.ts';
import { plannedAddresses } from './planned-addresses.ts';
import { ProviderSection } from './provider-section.tsx';
import styles from './sso.module.css';
import { connectionQuery, connectionsQuery, presetsQuery } from './sso-query.ts';
import { useDraft } from './use-draft.ts';

/** What a connection cannot do without; everything else is set on its own page. */
export function NewConnectionForm({ kind }: { readonly kind: ConnectionKind }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const presets = useSuspenseQuery(presetsQuery).data;
  const { public_url } = useSuspenseQuery(settingsQuery).data;
  // Providers ask for our addresses before they say anything about themselves.
  const [id] = useState(newConnectionId);
  const [start] = useState(() => newDraft(kind, presets));
  const { fields, check } = useDraft(start, false);
  const { protocol } = fields.draft;
  const creating = useMutation({
    mutationFn: () =>
      adminClient.call('POST /admin-api/v1/sso-connections', { body: { ...connectionInput(fields.draft), id } }),
    onSuccess: async (connection) => {
      queryClient.setQueryData(connectionQuery(connection.id).queryKey, connection);
      await navigate({
        to: '/admin/sso/$connectionId',
        params: { connectionId: connection.id },
        search: { created: 'yes' },
        replace: true,
      });
      await queryClient.invalidateQueries({ ...connectionsQuery, exact: true });
    },
  });

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (check(event.currentTarget) && !creating.isPending) creating.mutate();
  };

  return (
    <>
      <AddressesSection protocol={protocol} addresses={plannedAddresses(public_url ?? location.origin, id, protocol)} />
      <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
        <Section title={t('admin.sso.general.title')}>
          <NameFields fields={fields} />
        </Section>
        <ProviderSection fields={fields} connection={null} />
        <MappingSection fields={fields} />
        {creating.isError ? <AdminRefusal error={creating.error} /> : null}
        <div className={forms.answers}>
          <ActButton type="submit" pending={creating.isPending}>
            {t('admin.sso.create.submit')}
          </ActButton>
        </div>
      </form>
    </>
  );
}
