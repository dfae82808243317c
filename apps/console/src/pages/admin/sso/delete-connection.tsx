import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Question } from '../../../admin/question.tsx';
import { Section } from '../../../design/section.tsx';
import { type Connection, connectionsQuery } from './sso-query.ts';

export function DeleteConnection({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { id: connection_id, name, identity_count: count } = connection;
  const deleting = useMutation({
    mutationFn: () =>
      adminClient.call('DELETE /admin-api/v1/sso-connections/{connection_id}', { params: { connection_id } }),
    onSuccess: async () => {
      await navigate({ to: '/admin/sso', search: { deleted: name } });
      await queryClient.invalidateQueries(connectionsQuery);
    },
  });
  return (
    <Section title={t('admin.sso.remove.title')} lead={t('admin.sso.remove.lead')}>
      <div>
        <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
          {t('admin.sso.remove.act')}
        </Button>
      </div>
      {isAsking ? (
        <Question
          title={t('admin.sso.remove.question', { name })}
          text={t('admin.sso.remove.text', { count })}
          confirm={t('admin.sso.remove.act')}
          pending={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate()}
          onClose={() => {
            deleting.reset();
            setAsking(false);
          }}
        >
          <p>{t('admin.sso.remove.keep')}</p>
        </Question>
      ) : null}
    </Section>
  );
}
