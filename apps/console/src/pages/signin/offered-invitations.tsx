import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Time } from '../../design/time.tsx';
import { client } from '../../session/client.ts';
import { type SignInResult, signInResult } from '../../session/sign-in.ts';
import { forget } from '../../session/tab-memory.ts';
import { type UnfinishedSignIn, unfinishedSignInQuery } from '../../session/unfinished-sign-in.ts';
import styles from './signin.module.css';

interface Answer {
  readonly id: string;
  readonly accept: boolean;
}

interface Props {
  readonly invitations: UnfinishedSignIn['invitations'];
  readonly onJoined: (result: SignInResult) => Promise<void>;
}

/** Invitations for somebody who waits for one: joining ends the wait. */
export function OfferedInvitations({ invitations, onJoined }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const answering = useMutation({
    mutationFn: async ({ id, accept }: Answer) => {
      const answer = await client.call('POST /console/api/unfinished-sign-in/invitations/{invitation_id}/answer', {
        params: { invitation_id: id },
        body: { accept },
      });
      forget('invitation');
      if (accept) await onJoined(await signInResult(answer));
      else await queryClient.invalidateQueries(unfinishedSignInQuery);
    },
  });
  const isUnderWay = (id: string, accept: boolean) =>
    answering.isPending && answering.variables.id === id && answering.variables.accept === accept;

  return (
    <>
      {answering.isError ? <RefusalNotice error={answering.error} /> : null}
      {invitations.map(({ id, workspace, inviter, role, expires_at }) => (
        <section key={id} className={styles.asked}>
          <h2>{workspace.name}</h2>
          <p>{t('unfinished.invitedBy', { inviter, role: t(`role.${role}`) })}</p>
          <p className={styles.quiet}>
            {t('invitation.expires')} <Time at={new Date(expires_at)} />
          </p>
          <div className={styles.answers}>
            <ActButton pending={isUnderWay(id, true)} onClick={() => answering.mutate({ id, accept: true })}>
              {t('unfinished.join', { workspace: workspace.name })}
            </ActButton>
            <ActButton
              variant="outline"
              color="danger"
              pending={isUnderWay(id, false)}
              onClick={() => answering.mutate({ id, accept: false })}
            >
              {t('invitation.decline')}
            </ActButton>
          </div>
        </section>
      ))}
    </>
  );
}
