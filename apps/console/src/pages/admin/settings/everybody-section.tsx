import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { ConfirmDialog } from '../../../design/confirm-dialog.tsx';
import { News } from '../../../design/news.tsx';
import { Section } from '../../../design/section.tsx';

/** Signs everybody out, after a break-in or a leak. */
export function EverybodySection() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const ending = useMutation({
    mutationFn: () => adminClient.call('DELETE /admin-api/v1/sessions', {}),
    onSuccess: async (ended) => {
      setAsking(false);
      setNews(t('admin.settings.everybody.done', ended));
      await queryClient.invalidateQueries({ queryKey: ['admin'] });
    },
  });

  return (
    <Section title={t('admin.settings.everybody.title')} lead={t('admin.settings.everybody.lead')}>
      <News text={news} />
      <div>
        <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
          {t('admin.settings.everybody.act')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        title={t('admin.settings.everybody.question')}
        text={t('admin.settings.everybody.consequence')}
        confirm={t('admin.settings.everybody.act')}
        pending={ending.isPending}
        error={ending.error}
        onConfirm={() => ending.mutate()}
        onClose={() => {
          ending.reset();
          setAsking(false);
        }}
      />
    </Section>
  );
}
