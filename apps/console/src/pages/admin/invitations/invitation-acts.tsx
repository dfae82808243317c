import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { adminClient } from '../../../admin/client.ts';
import { CopyField } from '../../../admin/copy-field.tsx';
import { Question } from '../../../admin/question.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { INVITATIONS, type Invitation } from './invitations-query.ts';

const ONE = '/admin-api/v1/invitations/{invitation_id}';

interface Props {
  readonly invitation: Invitation;
  readonly onNews: (news: string) => void;
}

/** Sends an invitation again or revokes it, while nobody has answered. */
export function InvitationActs({ invitation, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { id, email, status } = invitation;
  const params = { invitation_id: id };
  const refresh = () => queryClient.invalidateQueries({ queryKey: INVITATIONS });

  const resending = useMutation({
    mutationFn: () => adminClient.call(`POST ${ONE}/resend`, { params }),
  });
  const revoking = useMutation({
    mutationFn: () => adminClient.call(`DELETE ${ONE}`, { params }),
    onSuccess: async () => {
      setAsked(false);
      onNews(t('admin.invitations.revoked', { email }));
      await refresh();
    },
  });

  if (status !== 'open' && status !== 'expired') return null;
  return (
    <div className={cells.acts}>
      <button
        type="button"
        aria-label={t('admin.invitations.resendNamed', { email })}
        disabled={resending.isPending}
        onClick={() => resending.mutate()}
      >
        {t('admin.invitations.resend')}
      </button>
      {status === 'open' ? (
        <button
          type="button"
          data-tone="danger"
          aria-label={t('admin.invitations.revokeNamed', { email })}
          onClick={() => setAsked(true)}
        >
          {t('admin.invitations.revoke')}
        </button>
      ) : null}
      {resending.isError || resending.isSuccess ? (
        <Drawer
          title={t('admin.invitations.resendTitle', { email })}
          closeLabel={t('admin.frame.close')}
          isSmall
          onClose={() => {
            resending.reset();
            // Not sooner: the list has another row for it now, and this one holds the link.
            void refresh();
          }}
        >
          {resending.isError ? <AdminRefusal error={resending.error} /> : null}
          {resending.isSuccess ? (
            <>
              <p>{t('admin.invitations.resent')}</p>
              <CopyField label={t('admin.invitations.link')} value={resending.data.url} />
            </>
          ) : null}
        </Drawer>
      ) : null}
      {isAsked ? (
        <Question
          title={t('admin.invitations.revokeTitle', { email })}
          text={t('admin.invitations.revokeText')}
          confirm={t('admin.invitations.revoke')}
          pending={revoking.isPending}
          error={revoking.error}
          onConfirm={() => revoking.mutate()}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}
