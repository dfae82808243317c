import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { client } from '../../session/client.ts';
import { sessionsQuery } from './sessions-query.ts';

/** Ends every session but this one, after asking. */
export function EndOthers({ onEnded }: { readonly onEnded: (count: number) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);

  const ending = useMutation({
    mutationFn: () => client.call('POST /console/api/account/sessions/revoke-others', {}),
    onSuccess: async ({ revoked }) => {
      setAsking(false);
      onEnded(revoked);
      await queryClient.invalidateQueries(sessionsQuery);
    },
  });

  return (
    <div>
      <Button variant="outline" color="danger" onClick={() => setAsking(true)}>
        {t('sessions.endOthers')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('sessions.endOthersTitle')}
        text={t('sessions.endOthersText')}
        confirm={t('sessions.endOthersConfirm')}
        pending={ending.isPending}
        error={ending.error}
        onConfirm={() => ending.mutate()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
