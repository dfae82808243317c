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
import { ExternalSection } from './external-section.tsx';
import { GateSection } from './gate-section.tsx';
import { type WebAppFilter, webAppsQuery } from './webapps-query.ts';
import { WebAppsTable } from './webapps-table.tsx';

const route = getRouteApi('/administration/admin/webapps');

/** Every app of the instance, and how the gate in front of them is set. */
export function WebAppsPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(webAppsQuery(filters));
  const [news, setNews] = useState<string | null>(null);

  const change = useCallback(
    (changes: FilterChanges<WebAppFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <>
      <PageHead title={t('admin.webapps.title')} lead={t('admin.webapps.lead')} />
      <News text={news} />
      <search className={toolbar.bar}>
        <SearchField label={t('admin.webapps.find')} value={filters.q ?? ''} onSearch={search} />
      </search>
      <Loaded query={query}>
        {(page) => (
          <WebAppsTable
            page={page}
            isSearch={filters.q !== undefined}
            isStale={query.isPlaceholderData}
            onChange={change}
            onNews={setNews}
          />
        )}
      </Loaded>
      <ExternalSection onNews={setNews} />
      <GateSection />
    </>
  );
}
