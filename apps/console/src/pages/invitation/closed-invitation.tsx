import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../design/link-button.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { WhomToAsk } from '../../design/whom-to-ask.tsx';
import type { ClosedReason } from './invitation-query.ts';

/** Says which way an invitation ended, and whom to ask for another one. */
export function ClosedInvitation({ reason }: { readonly reason: ClosedReason }) {
  const { t } = useTranslation();
  return (
    <Outcome
      tone={reason === 'accepted' || reason === 'declined' ? 'attention' : 'refused'}
      title={t(`invitation.${reason}Title`)}
      actions={<LinkButton to="/">{t('invitation.toWorkspaces')}</LinkButton>}
    >
      <p>{t(`invitation.${reason}Text`)}</p>
      <WhomToAsk />
    </Outcome>
  );
}
