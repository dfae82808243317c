import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import { AttemptDrawer } from './attempt-drawer.tsx';
import { AttemptsFilters } from './attempts-filters.tsx';
import { type AttemptFilter, attemptsQuery } from './attempts-query.ts';
import { AttemptsTable } from './attempts-table.tsx';
import { ReferenceForm } from './reference-form.tsx';

const route = getRouteApi('/administration/admin/attempts');

/** Why somebody did not get in: by the reference they quote, or among all who tried. */
export function AttemptsPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(attemptsQuery(filters));

  const change = useCallback(
    (changes: FilterChanges<AttemptFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const open = (reference: string | undefined) =>
    void navigate({ search: (before) => withFilters(before, { reference }), replace: true });

  return (
    <>
      <PageHead title={t('admin.attempts.title')} lead={t('admin.attempts.lead')} />
      <ReferenceForm onLookUp={open} />
      <AttemptsFilters filters={filters} onChange={change} />
      <Loaded query={query}>
        {(page) => (
          <AttemptsTable
            page={page}
            isFiltered={Object.keys(filters).some((name) => name !== 'page' && name !== 'reference')}
            isStale={query.isPlaceholderData}
            onChange={change}
            onOpen={open}
          />
        )}
      </Loaded>
      {filters.reference === undefined ? null : (
        <AttemptDrawer key={filters.reference} reference={filters.reference} onClose={() => open(undefined)} />
      )}
    </>
  );
}
