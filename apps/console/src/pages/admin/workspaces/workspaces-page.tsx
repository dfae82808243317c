import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../admin/export-button.tsx';
import { FilterSelect } from '../../../admin/filter-select.tsx';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import toolbar from '../../../admin/toolbar.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import { CreateWorkspace } from './create-workspace.tsx';
import { type WorkspaceFilter, workspacesFilter, workspacesQuery } from './workspaces-query.ts';
import { WorkspacesTable } from './workspaces-table.tsx';

const route = getRouteApi('/administration/admin/workspaces');

export function WorkspacesPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(workspacesQuery(filters));
  const [isCreating, setCreating] = useState(false);

  const change = useCallback(
    (changes: FilterChanges<WorkspaceFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <>
      <PageHead
        title={t('admin.workspaces.title')}
        lead={t('admin.workspaces.lead')}
        actions={
          <>
            <ExportButton
              path="/admin-api/v1/workspaces.csv"
              query={workspacesFilter(filters)}
              fileName="workspaces.csv"
            />
            <Button onClick={() => setCreating(true)}>{t('admin.workspaces.create')}</Button>
          </>
        }
      />
      <search className={toolbar.bar}>
        <SearchField label={t('admin.workspaces.find')} value={filters.q ?? ''} onSearch={search} />
        <FilterSelect
          label={t('admin.members.status')}
          all={t('admin.workspaces.everyStatus')}
          options={[
            { value: 'normal', label: t('admin.workspaces.inUse') },
            { value: 'archive', label: t('admin.workspaces.archived') },
          ]}
          value={filters.status}
          onChange={(status) => change({ status })}
        />
      </search>
      <Loaded query={query}>
        {(page) => (
          <WorkspacesTable
            page={page}
            filters={filters}
            isStale={query.isPlaceholderData}
            onChange={change}
            onCreate={() => setCreating(true)}
          />
        )}
      </Loaded>
      {isCreating ? <CreateWorkspace onClose={() => setCreating(false)} /> : null}
    </>
  );
}
