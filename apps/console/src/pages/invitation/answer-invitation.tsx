import { WireError } from '@latchkey/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import styles from './invitation.module.css';
import { InvitationFacts } from './invitation-facts.tsx';
import type { Invitation } from './invitation-query.ts';
import { myInvitationsQuery } from './my-invitations-query.ts';
import { useAnswer } from './use-answer.ts';

interface Props {
  readonly invitation: Invitation;
  readonly onAnswer: (accepted: boolean) => void;
  readonly onClosed: () => void;
}

/** Somebody who has an account is asked; a link joins nobody by itself. */
export function AnswerInvitation({ invitation, onAnswer, onClosed }: Props) {
  const { t } = useTranslation();
  const { workspace_id, workspace_name: workspace, role } = invitation;
  const mine = useQuery({ ...myInvitationsQuery, throwOnError: true });
  const answer = useAnswer(({ accept }) => onAnswer(accept));
  const found = mine.data?.find((one) => one.workspace.id === workspace_id);

  if (mine.data === undefined) return <Skeletons label={t('frame.loading')} />;

  const give = (accept: boolean) => {
    if (found === undefined) onClosed();
    else answer.mutate({ id: found.id, accept }, { onError: (error) => isClosed(error) && onClosed() });
  };

  return (
    <div className={forms.stack}>
      <Heading title={t('invitation.askTitle', { workspace, role: t(`role.${role}`) })} />
      <InvitationFacts invitation={invitation} />
      {answer.isError ? <RefusalNotice error={answer.error} /> : null}
      <div className={styles.answers}>
        <ActButton pending={answer.isPending && answer.variables.accept} onClick={() => give(true)}>
          {t('invitation.accept')}
        </ActButton>
        <ActButton
          variant="outline"
          color="danger"
          pending={answer.isPending && !answer.variables.accept}
          onClick={() => give(false)}
        >
          {t('invitation.decline')}
        </ActButton>
      </div>
    </div>
  );
}

function isClosed(error: unknown): boolean {
  return error instanceof WireError && error.code === 'invitation_not_open';
}
