import { TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppIcon } from '../../design/app-icon.tsx';
import styles from './home.module.css';
import { type MyApp, myAppsQuery } from './my-apps-query.ts';

/** Past so many, apps are searched rather than looked over. */
const READABLE = 12;

/** The apps that whoever is signed in may open; what else one asks for is said before it is opened. */
export function MyApps() {
  const { t } = useTranslation();
  const apps = useSuspenseQuery(myAppsQuery).data;
  const [wanted, setWanted] = useState('');
  const text = wanted.trim().toLowerCase();
  const found = apps.filter((app) => `${app.name} ${app.workspace_name}`.toLowerCase().includes(text));

  if (apps.length === 0) {
    return (
      <p className={styles.empty} role="status">
        {t('home.noApps')}
      </p>
    );
  }
  return (
    <>
      {apps.length > READABLE ? (
        <TextInput
          type="search"
          label={t('home.findApp')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      ) : null}
      <p role="status" hidden={found.length > 0}>
        {found.length === 0 ? t('home.noAppFound') : null}
      </p>
      <ul className={styles.apps} hidden={found.length === 0}>
        {found.map((app) => (
          <li key={app.id}>
            <App app={app} />
          </li>
        ))}
      </ul>
    </>
  );
}

function App({ app: { name, icon, url, workspace_name, asks } }: { readonly app: MyApp }) {
  const { t } = useTranslation();
  return (
    <a className={styles.app} href={url}>
      <AppIcon name={name} icon={icon} />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.facts}>{workspace_name}</span>
        {asks.map((asked) => (
          <span key={asked} className={styles.facts}>
            {t(`home.asks.${asked}`)}
          </span>
        ))}
      </span>
    </a>
  );
}
