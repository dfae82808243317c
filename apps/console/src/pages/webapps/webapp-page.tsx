import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppIcon } from '../../design/app-icon.tsx';
import { CopyLink } from '../../design/copy-link.tsx';
import { Heading } from '../../design/heading.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import { AccessSection } from './access-section.tsx';
import { ConditionsSection } from './conditions-section.tsx';
import { DetailsSection } from './details-section.tsx';
import { ExplainSection } from './explain-section.tsx';
import { StandingSection } from './standing-section.tsx';
import { WebAppTags } from './webapp-tags.tsx';
import styles from './webapps.module.css';
import { webAppQuery } from './webapps-query.ts';

const route = getRouteApi('/webapps/$webAppId');

/** One WebApp, for those who manage it: who may open it first, everything else below. */
export function WebAppPage() {
  const { t } = useTranslation();
  const { webAppId } = route.useParams();
  const app = useSuspenseQuery(webAppQuery(webAppId)).data;
  return (
    <RoomFrame>
      {({ timezone }) => (
        <>
          <Link to="/webapps">{t('webapps.back')}</Link>
          <div className={styles.head}>
            <AppIcon name={app.name} icon={app.icon} />
            <div className={styles.part}>
              <Heading title={app.name} />
              <div className={styles.tags}>
                <WebAppTags app={app} />
                <a className={styles.link} href={app.url}>
                  {t('webapps.open')}
                </a>
              </div>
            </div>
          </div>
          <CopyLink label={t('webapps.address')} url={app.url} />
          <AccessSection app={app} />
          <ExplainSection app={app} />
          <ConditionsSection app={app} timeZone={timezone} />
          <DetailsSection key={app.id} app={app} />
          <StandingSection app={app} />
        </>
      )}
    </RoomFrame>
  );
}
