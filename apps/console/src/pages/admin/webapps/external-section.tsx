import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { Section } from '../../../design/section.tsx';
import { externalConnectionsQuery, WEBAPPS } from './webapps-query.ts';

/** The connection through which external users come; with it the mode for them can be chosen for an app. */
export function ExternalSection({ onNews }: { readonly onNews: (news: string) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const query = useQuery(externalConnectionsQuery);
  const choosing = useMutation({
    mutationFn: (id: string) =>
      adminClient.call('PATCH /admin-api/v1/webapp-settings', { body: { external_connection_id: id || null } }),
    onSuccess: async ({ external_connection_id }) => {
      await queryClient.invalidateQueries({ queryKey: WEBAPPS });
      onNews(t(external_connection_id === null ? 'admin.webapps.externalClosed' : 'admin.webapps.externalChosen'));
    },
  });
  return (
    <Section title={t('admin.webapps.external')} lead={t('admin.webapps.externalLead')}>
      {choosing.isError ? <AdminRefusal error={choosing.error} /> : null}
      <Loaded query={query}>
        {({ chosen, connections }) =>
          connections.length === 0 ? (
            <p>{t('admin.webapps.noConnection')}</p>
          ) : (
            <div className={forms.narrow}>
              <NativeSelect
                label={t('admin.webapps.connection')}
                value={choosing.isPending ? choosing.variables : (chosen ?? '')}
                data={[
                  { value: '', label: t('admin.webapps.noExternal') },
                  ...connections.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(event) => choosing.mutate(event.currentTarget.value)}
              />
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}
