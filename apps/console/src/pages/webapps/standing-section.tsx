import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { News } from '../../design/news.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { Switch } from '../../design/switch.tsx';
import { client } from '../../session/client.ts';
import { useWebAppChange } from './use-webapp-change.ts';
import styles from './webapps.module.css';
import { WEBAPPS, type WebApp } from './webapps-query.ts';

/** Whether an app is on, and the way to take it down for good. */
export function StandingSection({ app }: { readonly app: WebApp }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [isDeleting, setDeleting] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const switching = useWebAppChange(app.id, (count) => setNews(t('webapps.savedEnded', { count })));
  const deleting = useMutation({
    mutationFn: () => client.call('DELETE /console/api/webapps/{webapp_id}', { params: { webapp_id: app.id } }),
    onSuccess: async () => {
      // The list is asked for anew, so that it does not show for a moment what is gone.
      queryClient.removeQueries({ queryKey: WEBAPPS, type: 'inactive' });
      await navigate({ to: '/webapps' });
      queryClient.removeQueries({ queryKey: [...WEBAPPS, 'one', app.id] });
    },
  });

  return (
    <Section title={t('webapps.standing.title')}>
      <News text={news} />
      {switching.isError ? <RefusalNotice error={switching.error} /> : null}
      <Switch
        title={t('webapps.standing.enabled')}
        text={t('webapps.standing.enabledText')}
        on={switching.isPending ? switching.variables.enabled === true : app.enabled}
        onWord={t('webapps.on')}
        offWord={t('webapps.off')}
        onChange={(enabled) => switching.mutate({ enabled })}
      />
      <div className={styles.bar}>
        <Button variant="outline" color="danger" onClick={() => setDeleting(true)}>
          {t('webapps.standing.delete')}
        </Button>
      </div>
      <ConfirmDialog
        open={isDeleting}
        title={t('webapps.standing.deleteTitle', { name: app.name })}
        text={t('webapps.standing.deleteText')}
        confirm={t('webapps.standing.delete')}
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
