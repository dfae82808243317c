import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import forms from '../../design/form.module.css';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import type { Account } from '../../session/profile.ts';
import { forget } from '../../session/tab-memory.ts';
import { Activation } from './activation.tsx';
import { AnswerInvitation } from './answer-invitation.tsx';
import type { Invitation } from './invitation-query.ts';
import { ThroughProvider } from './through-provider.tsx';
import { WrongPerson } from './wrong-person.tsx';

interface Props {
  readonly token: string;
  readonly invitation: Invitation;
  /** Who is signed in; `null` when nobody is. */
  readonly account: Account | null;
  /** It turned out to be closed in the meantime. */
  readonly onClosed: () => void;
}

type Ending = 'joined' | 'declined';

/** One page for four situations: a new account, its owner signed out, its owner signed in, and somebody else. */
export function OpenInvitation({ token, invitation, account, onClosed }: Props) {
  const { t } = useTranslation();
  const [ending, setEnding] = useState<Ending | null>(null);
  const { workspace_name: workspace, email, inviter } = invitation;

  const end = (reached: Ending) => {
    forget('invitation');
    setEnding(reached);
  };

  if (ending === 'joined') {
    return (
      <Outcome
        tone="done"
        title={t('invitation.joinedTitle', { workspace })}
        actions={account === null ? <LinkButton to="/signin">{t('newPassword.signIn')}</LinkButton> : <ToWorkspaces />}
      >
        <p>{t(account === null ? 'invitation.joinedSignInText' : 'invitation.joinedText')}</p>
      </Outcome>
    );
  }
  if (ending === 'declined') {
    return (
      <Outcome tone="done" title={t('invitation.youDeclinedTitle')} actions={<ToWorkspaces />}>
        <p>{t('invitation.youDeclinedText', { workspace, inviter })}</p>
      </Outcome>
    );
  }
  if (account !== null && account.email.toLowerCase() !== email.toLowerCase()) {
    return <WrongPerson invited={email} current={account.email} />;
  }
  if (account !== null) {
    return (
      <AnswerInvitation
        invitation={invitation}
        onAnswer={(accepted) => end(accepted ? 'joined' : 'declined')}
        onClosed={onClosed}
      />
    );
  }
  if (invitation.account === 'new') {
    return (
      <div className={forms.stack}>
        <Activation token={token} invitation={invitation} onJoined={() => end('joined')} onClosed={onClosed} />
        <ThroughProvider token={token} email={email} />
      </div>
    );
  }
  return (
    <div className={forms.stack}>
      <Outcome
        tone="attention"
        title={t('invitation.existingTitle', { workspace })}
        actions={
          <LinkButton to="/signin" search={{ redirect_url: '/activate' }}>
            {t('invitation.signInToAnswer')}
          </LinkButton>
        }
      >
        <p>{t('invitation.existingText', { email, inviter })}</p>
      </Outcome>
      <ThroughProvider token={token} email={email} />
    </div>
  );
}

function ToWorkspaces() {
  const { t } = useTranslation();
  return <LinkButton to="/">{t('invitation.toWorkspaces')}</LinkButton>;
}
