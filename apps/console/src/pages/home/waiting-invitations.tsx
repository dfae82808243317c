import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { ConfirmDialog } from '../../design/confirm-dialog.tsx';
import { Notice } from '../../design/notice.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { Section } from '../../design/section.tsx';
import { Time } from '../../design/time.tsx';
import { type MyInvitation, myInvitationsQuery } from '../invitation/my-invitations-query.ts';
import { useAnswer } from '../invitation/use-answer.ts';

/** Invitations of whoever is signed in; joining is asked, never done for them. */
export function WaitingInvitations({ timeZone }: { readonly timeZone: string }) {
  const { t } = useTranslation();
  const invitations = useSuspenseQuery(myInvitationsQuery).data;
  const [declining, setDeclining] = useState<MyInvitation | null>(null);
  const [news, setNews] = useState<string | null>(null);

  const answer = useAnswer(({ id, accept }) => {
    const workspace = invitations.find((one) => one.id === id)?.workspace.name ?? '';
    setNews(t(accept ? 'home.joined' : 'home.declined', { workspace }));
    setDeclining(null);
  });

  return (
    <>
      {news === null ? null : (
        <Notice tone="done" announces={news}>
          <p>{news}</p>
        </Notice>
      )}
      {invitations.length === 0 ? null : (
        <Section title={t('home.invitations')} lead={t('home.invitationsLead')}>
          {answer.isError && declining === null ? <RefusalNotice error={answer.error} /> : null}
          <ul className={rows.rows}>
            {invitations.map((invitation) => (
              <li key={invitation.id}>
                <div className={rows.what}>
                  <span className={rows.name}>{invitation.workspace.name}</span>
                  <span className={rows.facts}>
                    <span>
                      {t('home.invitedBy', { inviter: invitation.inviter, role: t(`role.${invitation.role}`) })}
                    </span>
                    <span>
                      {t('invitation.expires')} <Time at={new Date(invitation.expires_at)} timeZone={timeZone} />
                    </span>
                  </span>
                </div>
                <ActButton
                  aria-label={t('home.joinNamed', { workspace: invitation.workspace.name })}
                  pending={answer.isPending && answer.variables.id === invitation.id && answer.variables.accept}
                  onClick={() => answer.mutate({ id: invitation.id, accept: true })}
                >
                  {t('invitation.accept')}
                </ActButton>
                <Button
                  variant="outline"
                  color="danger"
                  aria-label={t('home.declineNamed', { workspace: invitation.workspace.name })}
                  onClick={() => {
                    answer.reset();
                    setDeclining(invitation);
                  }}
                >
                  {t('invitation.decline')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ConfirmDialog
        open={declining !== null}
        title={t('home.declineTitle', { workspace: declining?.workspace.name ?? '' })}
        text={t('home.declineText', { inviter: declining?.inviter ?? '' })}
        confirm={t('invitation.decline')}
        pending={answer.isPending}
        error={answer.error}
        onConfirm={() => declining && answer.mutate({ id: declining.id, accept: false })}
        onClose={() => setDeclining(null)}
      />
    </>
  );
}
