import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Outcome } from '../../design/outcome.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { client } from '../../session/client.ts';
import { signInResult } from '../../session/sign-in.ts';
import type { UnfinishedSignIn } from '../../session/unfinished-sign-in.ts';
import { AccessRequest } from './access-request.tsx';
import { OfferedInvitations } from './offered-invitations.tsx';
import { useFollow } from './use-follow.ts';

interface Props {
  readonly signIn: UnfinishedSignIn;
  readonly redirectUrl: string | undefined;
}

/** The account is there, but no workspace is: what is needed, a way to ask for it, and a way to see that it came. */
export function Waiting({ signIn, redirectUrl }: Props) {
  const { t } = useTranslation();
  const follow = useFollow(redirectUrl);
  // The page of the invitation has nothing to ask any more.
  const followAnswer = useFollow(redirectUrl === '/activate' ? undefined : redirectUrl);
  const hasAsked = signIn.access_request?.status === 'open';
  const isInvited = signIn.invitations.length > 0;
  const looking = useMutation({
    mutationFn: async () => {
      const result = await signInResult(await client.call('POST /console/api/unfinished-sign-in', {}));
      await follow(result);
      return result.kind;
    },
  });

  const isStillWaiting = looking.data === 'unfinished' && !isInvited;

  const actions = (
    <>
      {isInvited ? null : (
        <ActButton
          variant={hasAsked ? 'filled' : 'outline'}
          pending={looking.isPending}
          onClick={() => looking.mutate()}
        >
          {t('unfinished.lookAgain')}
        </ActButton>
      )}
      <Link to="/signin">{t('unfinished.somebodyElse')}</Link>
    </>
  );

  return (
    <div className={forms.stack}>
      <Outcome
        tone="waiting"
        title={t(isInvited ? 'unfinished.invitedTitle' : 'unfinished.waitingTitle')}
        actions={actions}
      >
        <p>{t(isInvited ? 'unfinished.invitedText' : 'unfinished.waitingText', { email: signIn.email })}</p>
        <p role="status" hidden={!isStillWaiting}>
          {isStillWaiting ? t('unfinished.stillWaiting') : null}
        </p>
        {looking.isError ? <RefusalNotice error={looking.error} /> : null}
      </Outcome>
      {isInvited ? (
        <OfferedInvitations invitations={signIn.invitations} onJoined={followAnswer} />
      ) : (
        <AccessRequest request={signIn.access_request} />
      )}
    </div>
  );
}
