import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Heading } from '../../design/heading.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { MyApps } from '../home/my-apps.tsx';
import { workspacesQuery } from '../home/workspaces-query.ts';
import { WebAppsOfWorkspace } from './webapps-of-workspace.tsx';
import { managesWebApps } from './webapps-query.ts';

/** The WebApps of the current workspace, for those who manage them; for everybody else those they may open. */
export function WebAppsPage() {
  const { t } = useTranslation();
  const { workspaces, role } = useSuspenseQuery(workspacesQuery).data;
  const workspace = workspaces.find(({ current }) => current)?.name ?? '';
  return (
    <RoomFrame>
      {() =>
        managesWebApps(role) ? (
          <WebAppsOfWorkspace workspace={workspace} />
        ) : (
          <>
            <Heading title={t('webapps.mineTitle')} lead={t('webapps.mineLead')} />
            <MyApps />
          </>
        )
      }
    </RoomFrame>
  );
}
