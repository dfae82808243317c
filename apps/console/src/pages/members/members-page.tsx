import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Heading } from '../../design/heading.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { InvitationsSection } from './invitations-section.tsx';
import { InviteSection } from './invite-section.tsx';
import { membersQuery } from './members-query.ts';
import { MembersSection } from './members-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

/** The people of the current workspace; those who manage it invite, change roles and remove here. */
export function MembersPage() {
  const { t } = useTranslation();
  const { workspace, members, invitations, manages, mayInvite, mayHandOver } = useSuspenseQuery(membersQuery).data;
  return (
    <RoomFrame>
      {(account) => (
        <>
          <Heading title={t('members.title', { workspace: workspace.name })} lead={t('members.lead')} />
          <MembersSection members={members} manages={manages} account={account} />
          {mayInvite ? <InviteSection /> : null}
          {invitations.length === 0 ? null : (
            <InvitationsSection invitations={invitations} timeZone={account.timezone} />
          )}
          {manages ? <WorkspaceSection name={workspace.name} mayHandOver={mayHandOver} /> : null}
        </>
      )}
    </RoomFrame>
  );
}
