import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../design/act-button.tsx';
import forms from '../../design/form.module.css';
import { Heading } from '../../design/heading.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { usePreferences } from '../../preferences/use-preferences.ts';
import { client } from '../../session/client.ts';
import { ActivationForm } from './activation-form.tsx';
import { InvitationFacts } from './invitation-facts.tsx';
import type { Invitation } from './invitation-query.ts';

interface Props {
  readonly token: string;
  readonly invitation: Invitation;
  readonly onJoined: () => void;
  readonly onClosed: () => void;
}

/**
 * A new account is made ready. A password is set only by whoever reads the invited mailbox: by the letter's link, or,
 * with a link that was handed over, by a code.
 */
export function Activation({ token, invitation, onJoined, onClosed }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const [codeToken, setCodeToken] = useState<string | null>(null);
  const { email, workspace_name: workspace } = invitation;
  const needsCode = invitation.password && !invitation.proven;

  const sending = useMutation({
    mutationFn: () => client.call('POST /console/api/activate/code', { body: { token, language } }),
    onSuccess: ({ data }) => setCodeToken(data),
  });

  return (
    <div className={forms.stack}>
      <Heading title={t('invitation.title', { workspace })} />
      <InvitationFacts invitation={invitation} />
      {needsCode && codeToken === null ? (
        <>
          <p>{t('invitation.proveText', { email })}</p>
          {sending.isError ? <RefusalNotice error={sending.error} /> : null}
          <ActButton fullWidth pending={sending.isPending} onClick={() => sending.mutate()}>
            {t('signin.sendCode')}
          </ActButton>
        </>
      ) : (
        <ActivationForm
          token={token}
          invitation={invitation}
          codeToken={codeToken}
          onResend={async () => {
            await sending.mutateAsync();
          }}
          onJoined={onJoined}
          onClosed={onClosed}
        />
      )}
    </div>
  );
}
