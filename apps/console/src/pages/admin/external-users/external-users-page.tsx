import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import toolbar from '../../../admin/toolbar.module.css';
import { News } from '../../../design/news.tsx';
import { SearchField } from '../../../design/search-field.tsx';
import { type ExternalUserFilter, externalUsersQuery } from './external-users-query.ts';
import { ExternalUsersTable } from './external-users-table.tsx';

const route = getRouteApi('/administration/admin/external-users');

/** Who opened WebApps without being a member; each can be refused. */
export function ExternalUsersPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(externalUsersQuery(filters));
  const [news, setNews] = useState<string | null>(null);

  const change = useCallback(
    (changes: FilterChanges<ExternalUserFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <>
      <PageHead title={t('admin.externalUsers.title')} lead={t('admin.externalUsers.lead')} />
      <News text={news} />
      <search className={toolbar.bar}>
        <SearchField label={t('admin.externalUsers.find')} value={filters.q ?? ''} onSearch={search} />
      </search>
      <Loaded query={query}>
        {(page) => (
          <ExternalUsersTable
            page={page}
            isSearch={filters.q !== undefined}
            isStale={query.isPlaceholderData}
            onChange={change}
            onNews={setNews}
          />
        )}
      </Loaded>
    </>
  );
}
