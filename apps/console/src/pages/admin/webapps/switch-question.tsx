import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Question } from '../../../admin/question.tsx';
import { WEBAPPS, type WebApp } from './webapps-query.ts';

interface Props {
  readonly app: WebApp;
  readonly onDone: (news: string) => void;
  readonly onClose: () => void;
}

/** Switches an app off for everybody, or on again. */
export function SwitchQuestion({ app, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { id, name, enabled } = app;
  const switching = useMutation({
    mutationFn: () =>
      adminClient.call('PATCH /admin-api/v1/webapps/{webapp_id}', {
        params: { webapp_id: id },
        body: { enabled: !enabled },
      }),
    onSuccess: async ({ sessions_ended }) => {
      await queryClient.invalidateQueries({ queryKey: WEBAPPS });
      onDone(
        enabled
          ? t('admin.webapps.switchedOff', { name, count: sessions_ended })
          : t('admin.webapps.switchedOn', { name }),
      );
    },
  });
  return (
    <Question
      title={t(enabled ? 'admin.webapps.askOff' : 'admin.webapps.askOn', { name })}
      text={t(enabled ? 'admin.webapps.offText' : 'admin.webapps.onText')}
      confirm={t(enabled ? 'admin.webapps.switchOff' : 'admin.webapps.switchOn')}
      isDangerous={enabled}
      pending={switching.isPending}
      error={switching.error}
      onConfirm={() => switching.mutate()}
      onClose={onClose}
    />
  );
}
