import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppIcon } from '../../design/app-icon.tsx';
import rows from '../../design/rows.module.css';
import { WebAppTags } from './webapp-tags.tsx';
import styles from './webapps.module.css';
import type { WebApp } from './webapps-query.ts';

export function WebAppRow({ app }: { readonly app: WebApp }) {
  const { t } = useTranslation();
  const { id, name, icon, url } = app;
  return (
    <li>
      <AppIcon name={name} icon={icon} />
      <div className={rows.what}>
        <span className={rows.name}>
          <Link to="/webapps/$webAppId" params={{ webAppId: id }}>
            {name}
          </Link>
          <WebAppTags app={app} />
        </span>
        <span className={rows.facts}>{url}</span>
      </div>
      <a className={styles.link} href={url} aria-label={t('webapps.openNamed', { name })}>
        {t('webapps.open')}
      </a>
    </li>
  );
}
