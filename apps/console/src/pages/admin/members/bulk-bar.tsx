import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { Question } from '../../../admin/question.tsx';
import { Notice } from '../../../design/notice.tsx';
import { ACCOUNTS } from './accounts-query.ts';
import styles from './bulk-bar.module.css';

const ACTIONS = ['end_sessions', 'lift_lock', 'unban', 'ban'] as const;
type Action = (typeof ACTIONS)[number];

interface Props {
  readonly picked: ReadonlySet<string>;
  readonly onDone: (news: string) => void;
  readonly onClear: () => void;
}

/** What can be done to all picked accounts; the server decides each by itself. */
export function BulkBar({ picked, onDone, onClear }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Action | null>(null);
  const changing = useMutation({
    mutationFn: (action: Action) =>
      adminClient.call('POST /admin-api/v1/accounts/bulk', { body: { action, account_ids: [...picked] } }),
    onSuccess: async ({ changed }) => {
      setAsked(null);
      onClear();
      onDone(t('admin.members.bulkDone', { changed }));
      await queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });
  const refused = changing.data?.refused ?? [];

  return (
    <>
      {refused.length === 0 ? null : (
        <Notice tone="attention" title={t('admin.members.bulkRefused', { count: refused.length })}>
          <ul>
            {[...new Set(refused.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {picked.size === 0 ? null : (
        <section className={styles.bar} aria-label={t('admin.members.bulk')}>
          <strong role="status">{t('admin.members.picked', { count: picked.size })}</strong>
          {ACTIONS.map((action) => (
            <Button
              key={action}
              variant="outline"
              {...(action === 'ban' ? { color: 'danger' } : {})}
              onClick={() => setAsked(action)}
            >
              {t(`admin.members.do.${action}`)}
            </Button>
          ))}
          <Button variant="subtle" onClick={onClear}>
            {t('admin.members.pickNone')}
          </Button>
        </section>
      )}
      {asked === null ? null : (
        <Question
          title={t(`admin.members.askMany.${asked}`, { count: picked.size })}
          text={t(`admin.members.means.${asked}`)}
          confirm={t(`admin.members.do.${asked}`)}
          isDangerous={asked === 'ban'}
          pending={changing.isPending}
          error={changing.error}
          onConfirm={() => changing.mutate(asked)}
          onClose={() => {
            setAsked(null);
            if (changing.isError) changing.reset();
          }}
        />
      )}
    </>
  );
}
