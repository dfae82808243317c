import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import toolbar from '../../../admin/toolbar.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import { CreateGroup } from './create-group.tsx';
import { type GroupFilter, groupsQuery } from './groups-query.ts';
import { GroupsTable } from './groups-table.tsx';

const route = getRouteApi('/administration/admin/groups');

/** Groups of workspaces, and those of the whole instance, which are made here. */
export function GroupsPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(groupsQuery(filters));
  const [isCreating, setCreating] = useState(false);

  const change = useCallback(
    (changes: FilterChanges<GroupFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <>
      <PageHead
        title={t('admin.groups.title')}
        lead={t('admin.groups.lead')}
        actions={<Button onClick={() => setCreating(true)}>{t('admin.groups.create')}</Button>}
      />
      <search className={toolbar.bar}>
        <SearchField label={t('admin.groups.find')} value={filters.q ?? ''} onSearch={search} />
      </search>
      <Loaded query={query}>
        {(page) => (
          <GroupsTable
            page={page}
            isSearch={filters.q !== undefined}
            isStale={query.isPlaceholderData}
            onChange={change}
            onCreate={() => setCreating(true)}
          />
        )}
      </Loaded>
      {isCreating ? <CreateGroup onClose={() => setCreating(false)} /> : null}
    </>
  );
}
