import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { Badge } from '../../design/badge.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { CopyLink } from '../../design/copy-link.tsx';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { Section } from '../../design/section.tsx';
import { Time } from '../../design/time.tsx';
import { client } from '../../session/client.ts';
import styles from './members.module.css';
import { membersQuery, type OpenInvitation } from './members-query.ts';

const BASE = '/console/api/workspaces/current/invitations/{invitation_id}';

interface Props {
  readonly invitations: readonly OpenInvitation[];
  readonly timeZone: string;
}

/** Invitations that nobody has answered yet. */
export function InvitationsSection({ invitations, timeZone }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [revoking, setRevoking] = useState<OpenInvitation | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries(membersQuery);

  const resending = useMutation({
    mutationFn: ({ id }: OpenInvitation) => client.call(`POST ${BASE}/resend`, { params: { invitation_id: id } }),
    onSuccess: refresh,
  });
  const revocation = useMutation({
    mutationFn: ({ id }: OpenInvitation) => client.call(`DELETE ${BASE}`, { params: { invitation_id: id } }),
    onSuccess: async (_, { email }) => {
      setRevoking(null);
      setNews(t('members.revoked', { email }));
      await refresh();
    },
  });

  return (
    <Section title={t('members.openTitle')} lead={t('members.openLead')}>
      {resending.isError ? <RefusalNotice error={resending.error} /> : null}
      {resending.isSuccess ? (
        <Notice tone="done" announces={resending.data}>
          <p>{t('members.resent', { email: resending.variables.email })}</p>
          <CopyLink label={t('members.linkFor', { email: resending.variables.email })} url={resending.data.url} />
        </Notice>
      ) : null}
      {news === null ? null : (
        <Notice tone="done" announces={news}>
          <p>{news}</p>
        </Notice>
      )}
      <ul className={rows.rows}>
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <div className={rows.what}>
              <span className={rows.name}>
                {invitation.email}
                {invitation.status === 'expired' ? <Badge tone="attention">{t('members.expired')}</Badge> : null}
              </span>
              <span className={rows.facts}>
                <span>{t(`members.roles.${invitation.role}`)}</span>
                <span>
                  {t('members.sent')} <Time at={new Date(invitation.created_at)} timeZone={timeZone} />
                </span>
                <span>
                  {t('invitation.expires')} <Time at={new Date(invitation.expires_at)} timeZone={timeZone} />
                </span>
              </span>
            </div>
            <div className={styles.manage}>
              <ActButton
                variant="outline"
                aria-label={t('members.resendNamed', { email: invitation.email })}
                pending={resending.isPending && resending.variables.id === invitation.id}
                onClick={() => resending.mutate(invitation)}
              >
                {t('members.resend')}
              </ActButton>
              <Button
                variant="outline"
                color="danger"
                aria-label={t('members.revokeNamed', { email: invitation.email })}
                onClick={() => setRevoking(invitation)}
              >
                {t('members.revoke')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={revoking !== null}
        title={t('members.revokeTitle', { email: revoking?.email ?? '' })}
        text={t('members.revokeText')}
        confirm={t('members.revoke')}
        pending={revocation.isPending}
        error={revocation.error}
        onConfirm={() => revoking && revocation.mutate(revoking)}
        onClose={() => {
          revocation.reset();
          setRevoking(null);
        }}
      />
    </Section>
  );
}
