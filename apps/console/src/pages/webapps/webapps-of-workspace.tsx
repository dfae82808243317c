import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../design/empty.tsx';
import { Heading } from '../../design/heading.tsx';
import { MoreRows } from '../../design/more-rows.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import rows from '../../design/rows.module.css';
import { SearchField } from '../../design/search-field.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { PublishDrawer } from './publish-drawer.tsx';
import { WebAppRow } from './webapp-row.tsx';
import styles from './webapps.module.css';
import { useWebApps } from './webapps-query.ts';

/** Past so many, a list is searched rather than read. */
const READABLE = 8;

export function WebAppsOfWorkspace({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [isPublishing, setPublishing] = useState(false);
  const query = useWebApps(q);
  const total = query.data?.pages[0]?.total ?? 0;
  const apps = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const publish = <Button onClick={() => setPublishing(true)}>{t('webapps.publish')}</Button>;

  return (
    <>
      <Heading title={t('webapps.title', { workspace })} lead={t('webapps.lead')} />
      <div className={styles.bar}>
        {total > 0 || q !== '' ? publish : null}
        <Link to="/groups">{t('webapps.toGroups')}</Link>
      </div>
      {total > READABLE || q !== '' ? <SearchField label={t('webapps.find')} value={q} onSearch={setQ} /> : null}
      {query.isError ? <RefusalNotice error={query.error} /> : null}
      {query.isPending ? <Skeletons label={t('frame.loading')} /> : null}
      {query.isSuccess && total === 0 && q === '' ? (
        <Empty title={t('webapps.emptyTitle')} text={t('webapps.emptyText')}>
          {publish}
        </Empty>
      ) : null}
      <p role="status" hidden={!(query.isSuccess && total === 0 && q !== '')}>
        {total === 0 && q !== '' ? t('webapps.noneFound') : null}
      </p>
      <ul className={rows.rows} hidden={apps.length === 0}>
        {apps.map((app) => (
          <WebAppRow key={app.id} app={app} />
        ))}
      </ul>
      <MoreRows query={query} />
      {isPublishing ? <PublishDrawer onClose={() => setPublishing(false)} /> : null}
    </>
  );
}
