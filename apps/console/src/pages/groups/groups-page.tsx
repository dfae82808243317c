import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../design/badge.tsx';
import { Empty } from '../../design/empty.tsx';
import { Heading } from '../../design/heading.tsx';
import { MoreRows } from '../../design/more-rows.tsx';
import { RefusalNotice } from '../../design/refusal-notice.tsx';
import { RoomFrame } from '../../design/room-frame.tsx';
import rows from '../../design/rows.module.css';
import { SearchField } from '../../design/search-field.tsx';
import { Skeletons } from '../../design/skeletons.tsx';
import { CreateGroup } from './create-group.tsx';
import styles from './groups.module.css';
import { useGroups } from './groups-query.ts';

/** Past so many, a list is searched rather than read. */
const READABLE = 8;

/** The groups of the current workspace, and those of the whole instance, which it can choose as well. */
export function GroupsPage() {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [isCreating, setCreating] = useState(false);
  const query = useGroups(q);
  const total = query.data?.pages[0]?.total ?? 0;
  const groups = query.data?.pages.flatMap(({ data }) => data) ?? [];
  const create = <Button onClick={() => setCreating(true)}>{t('groups.create')}</Button>;
  return (
    <RoomFrame>
      {() => (
        <>
          <Link to="/webapps">{t('webapps.back')}</Link>
          <Heading title={t('groups.title')} lead={t('groups.lead')} />
          {total > 0 || q !== '' ? <div>{create}</div> : null}
          {total > READABLE || q !== '' ? <SearchField label={t('groups.find')} value={q} onSearch={setQ} /> : null}
          {query.isError ? <RefusalNotice error={query.error} /> : null}
          {query.isPending ? <Skeletons label={t('frame.loading')} /> : null}
          {query.isSuccess && total === 0 && q === '' ? (
            <Empty title={t('groups.emptyTitle')} text={t('groups.emptyText')}>
              {create}
            </Empty>
          ) : null}
          <p role="status" hidden={!(query.isSuccess && total === 0 && q !== '')}>
            {total === 0 && q !== '' ? t('groups.noneFound') : null}
          </p>
          <ul className={rows.rows} hidden={groups.length === 0}>
            {groups.map(({ id, name, member_count, workspace }) => (
              <li key={id}>
                <div className={rows.what}>
                  <span className={rows.name}>
                    <Link to="/groups/$groupId" params={{ groupId: id }}>
                      {name}
                    </Link>
                    {workspace === null ? <Badge>{t('groups.ofInstance')}</Badge> : null}
                  </span>
                </div>
                <span className={styles.quiet}>{t('groups.size', { count: member_count })}</span>
              </li>
            ))}
          </ul>
          <MoreRows query={query} />
          {isCreating ? <CreateGroup onClose={() => setCreating(false)} /> : null}
        </>
      )}
    </RoomFrame>
  );
}
