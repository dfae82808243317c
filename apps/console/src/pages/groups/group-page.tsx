import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Heading } from '../../design/heading.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { AddToGroup } from './add-to-group.tsx';
import { GroupMembers } from './group-members.tsx';
import { GroupSettings } from './group-settings.tsx';
import { groupQuery } from './groups-query.ts';

const route = getRouteApi('/groups/$groupId');

/** One group: who is in it; those of the whole instance are read here and changed in the administration. */
export function GroupPage() {
  const { t } = useTranslation();
  const { groupId } = route.useParams();
  const group = useSuspenseInfiniteQuery(groupQuery(groupId, '')).data.pages[0];
  return (
    <RoomFrame>
      {() =>
        group === undefined ? null : (
          <>
            <Link to="/groups">{t('groups.back')}</Link>
            <Heading title={group.name} lead={t(group.workspace === null ? 'groups.instanceLead' : 'groups.oneLead')} />
            <GroupMembers group={group} />
            {group.workspace === null ? null : (
              <>
                <AddToGroup group={group} />
                <GroupSettings key={group.id} group={group} />
              </>
            )}
          </>
        )
      }
    </RoomFrame>
  );
}
