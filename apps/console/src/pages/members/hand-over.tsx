import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { workspacesQuery } from '../home/workspaces-query.ts';
import styles from './members.module.css';
import { type Member, membersQuery } from './members-query.ts';

interface Props {
  readonly successor: Member;
  /** Of the proven code. */
  readonly token: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function HandOver({ successor, token, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const handing = useMutation({
    mutationFn: () =>
      client.call('POST /console/api/workspaces/current/members/{member_id}/owner-transfer', {
        params: { member_id: successor.id },
        body: { token },
      }),
    onSuccess: async () => {
      onDone();
      await Promise.all([queryClient.invalidateQueries(membersQuery), queryClient.invalidateQueries(workspacesQuery)]);
    },
  });

  return (
    <>
      {handing.isError ? <RefusalNotice error={handing.error} /> : null}
      <p>{t('ownership.confirmText', { name: successor.name, email: successor.email })}</p>
      <div className={styles.act}>
        <ActButton color="danger" pending={handing.isPending} onClick={() => handing.mutate()}>
          {t('ownership.confirm')}
        </ActButton>
        <Button variant="outline" onClick={onCancel}>
          {t('frame.cancel')}
        </Button>
      </div>
    </>
  );
}
