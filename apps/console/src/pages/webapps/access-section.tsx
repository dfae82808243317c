import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { News } from '../../design/news.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { Section } from '../../design/section.tsx';
import { AccessDrawer } from './access-drawer.tsx';
import { AccessPreview } from './access-preview.tsx';
import { accessDraftOf } from './chosen.ts';
import styles from './webapps.module.css';
import { accessQuery, type WebApp, type WebAppAccess } from './webapps-query.ts';

/** Who may open the app now, and the way to change it. */
export function AccessSection({ app }: { readonly app: WebApp }) {
  const { t } = useTranslation();
  const { data, isError, error } = useQuery(accessQuery(app.id));
  const [isChanging, setChanging] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  return (
    <Section title={t('webapps.access.title')} lead={t(`webapps.modeText.${app.access_mode}`)}>
      <News text={news} />
      {isError ? <RefusalNotice error={error} /> : null}
      {data === undefined ? null : (
        <>
          {data.access_mode === 'private' ? <Chosen access={data} /> : null}
          {isNobodyChosen(data) ? null : <AccessPreview appId={app.id} draft={accessDraftOf(data)} />}
        </>
      )}
      <div>
        <Button disabled={data === undefined} onClick={() => setChanging(true)}>
          {t('webapps.access.change')}
        </Button>
      </div>
      {isChanging && data !== undefined ? (
        <AccessDrawer
          app={app}
          access={data}
          onSaved={(ended) => {
            setChanging(false);
            setNews(t('webapps.savedEnded', { count: ended }));
          }}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </Section>
  );
}

function isNobodyChosen({ access_mode, groups, people }: WebAppAccess): boolean {
  return access_mode === 'private' && groups.length + people.length === 0;
}

function Chosen({ access }: { readonly access: WebAppAccess }) {
  const { t } = useTranslation();
  const { groups, people } = access;
  if (isNobodyChosen(access)) return <p>{t('webapps.access.nobodyChosen')}</p>;
  return (
    <ul className={styles.chosen}>
      {groups.map(({ id, name, member_count }) => (
        <li key={id} data-still>
          {t('webapps.access.groupOf', { name, count: member_count })}
        </li>
      ))}
      {people.map(({ id, name, email }) => (
        <li key={id} data-still title={email}>
          {name}
        </li>
      ))}
    </ul>
  );
}
