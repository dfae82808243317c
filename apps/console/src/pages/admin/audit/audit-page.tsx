import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../admin/export-button.tsx';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditEntry, type AuditFilterName, auditFilter, auditQuery } from './audit-query.ts';
import { AuditTable } from './audit-table.tsx';
import { EntryDrawer } from './entry-drawer.tsx';

const route = getRouteApi('/administration/admin/audit');

/** Who did what, when and from where. */
export function AuditPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(auditQuery(filters));
  const [shown, setShown] = useState<AuditEntry | null>(null);

  const change = useCallback(
    (changes: FilterChanges<AuditFilterName>) =>
      void navigate({ search: (before) => withFilters(before, { before: undefined, ...changes }) }),
    [navigate],
  );

  const wanted = auditFilter(filters);
  return (
    <>
      <PageHead
        title={t('admin.audit.title')}
        lead={t('admin.audit.lead')}
        actions={
          <>
            <ExportButton path="/admin-api/v1/audit-log.csv" query={wanted} fileName="audit-log.csv" />
            <ExportButton path="/admin-api/v1/audit-log.jsonl" query={wanted} fileName="audit-log.jsonl" />
          </>
        }
      />
      <AuditFilters filters={filters} onChange={change} />
      <Loaded query={query}>
        {(page) => (
          <AuditTable
            page={page}
            isFiltered={Object.keys(filters).some((name) => name !== 'before')}
            isFirst={filters.before === undefined}
            isStale={query.isPlaceholderData}
            onChange={change}
            onOpen={setShown}
          />
        )}
      </Loaded>
      {shown === null ? null : (
        <EntryDrawer
          entry={shown}
          onNarrow={(changes) => {
            setShown(null);
            change(changes);
          }}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
