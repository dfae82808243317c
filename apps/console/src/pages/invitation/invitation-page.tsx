import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntranceFrame } from '../../design/entrance-frame.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { profileQuery } from '../../session/profile.ts';
import { kept } from '../../session/tab-memory.ts';
import { ClosedInvitation } from './closed-invitation.tsx';
import { invitationQuery } from './invitation-query.ts';
import { OpenInvitation } from './open-invitation.tsx';

/** The page of an invitation's link: whom it is for decides what is asked. */
export function InvitationPage() {
  const [token] = useState(() => kept('invitation'));
  return (
    <EntranceFrame>
      {token === undefined ? <ClosedInvitation reason="unknown" /> : <Opened token={token} />}
    </EntranceFrame>
  );
}

function Opened({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const account = useSuspenseQuery(profileQuery).data;
  const check = useQuery({ ...invitationQuery(token), throwOnError: true });
  if (check.data === undefined) return <Skeletons label={t('frame.loading')} />;
  if (!check.data.is_valid) return <ClosedInvitation reason={check.data.reason} />;
  return (
    <OpenInvitation
      token={token}
      invitation={check.data.data}
      account={account}
      onClosed={() => void check.refetch()}
    />
  );
}
