import { TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../../design/heading.tsx';
import { Outcome } from '../../design/outcome.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { Surface } from '../../design/surface.tsx';
import styles from './home.module.css';
import { MyApps } from './my-apps.tsx';
import { WaitingInvitations } from './waiting-invitations.tsx';
import { WorkspaceList } from './workspace-list.tsx';
import { workspacesQuery } from './workspaces-query.ts';

/** Past so many, a list is searched rather than read. */
const READABLE = 8;

export function HomePage() {
  const { t } = useTranslation();
  const { workspaces, role } = useSuspenseQuery(workspacesQuery).data;
  const [wanted, setWanted] = useState('');
  const found = workspaces.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));

  const apps = (
    <section className={styles.block}>
      <h2>{t('home.apps')}</h2>
      <MyApps />
    </section>
  );

  return (
    <RoomFrame>
      {({ name, email, timezone }) =>
        workspaces.length === 0 ? (
          <>
            <Surface>
              <Outcome tone="waiting" title={t('home.emptyTitle')}>
                <p>{t('home.emptyText', { email })}</p>
              </Outcome>
            </Surface>
            <WaitingInvitations timeZone={timezone} />
            {apps}
          </>
        ) : (
          <>
            <Heading title={t('home.greeting', { name })} />
            <WaitingInvitations timeZone={timezone} />
            {apps}
            <section className={styles.block}>
              <div>
                <h2>{t('home.title')}</h2>
                <p className={styles.lead}>{t('home.lead')}</p>
              </div>
              {workspaces.length > READABLE ? (
                <TextInput
                  type="search"
                  label={t('home.filter')}
                  value={wanted}
                  onChange={(event) => setWanted(event.currentTarget.value)}
                />
              ) : null}
              <p role="status" hidden={found.length > 0}>
                {found.length === 0 ? t('home.noneFound') : null}
              </p>
              <WorkspaceList workspaces={found} role={role} timeZone={timezone} />
            </section>
          </>
        )
      }
    </RoomFrame>
  );
}
