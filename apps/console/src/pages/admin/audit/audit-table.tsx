import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import pager from '../../../admin/pager.module.css';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import { ActorName } from './actor-name.tsx';
import type { AuditEntry, AuditFilterName } from './audit-query.ts';
import { useActionWords } from './use-action-words.ts';

const CLEARED = {
  q: undefined,
  action: undefined,
  actor: undefined,
  subject: undefined,
  workspace: undefined,
  from: undefined,
  to: undefined,
};

interface Props {
  readonly page: Answer<'GET /admin-api/v1/audit-log'>;
  readonly isFiltered: boolean;
  readonly isFirst: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<AuditFilterName>) => void;
  readonly onOpen: (entry: AuditEntry) => void;
}

export function AuditTable({ page, isFiltered, isFirst, isStale, onChange, onOpen }: Props) {
  const { t } = useTranslation();
  const words = useActionWords();
  if (page.data.length === 0) {
    return (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        {isFiltered ? (
          <Button variant="outline" onClick={() => onChange(CLEARED)}>
            {t('admin.frame.clearFilters')}
          </Button>
        ) : null}
      </Empty>
    );
  }

  const columns: readonly Column<AuditEntry>[] = [
    {
      key: 'action',
      title: t('admin.audit.what'),
      cell: (entry) => (
        <div className={cells.two}>
          <button type="button" className={cells.plain} data-row-link onClick={() => onOpen(entry)}>
            {words(entry.action)}
          </button>
          <code>{entry.action}</code>
        </div>
      ),
    },
    {
      key: 'actor',
      title: t('admin.audit.who'),
      cell: ({ actor, ip }) => (
        <div className={cells.two}>
          <ActorName actor={actor} />
          <span>{ip}</span>
        </div>
      ),
    },
    {
      key: 'subject',
      title: t('admin.audit.towards'),
      isMinor: true,
      cell: ({ subject, workspace }) => (
        <div className={cells.two}>
          {subject?.name}
          <span>{workspace?.name}</span>
        </div>
      ),
    },
    {
      key: 'at',
      title: t('admin.frame.when'),
      cell: ({ at }) => <Time at={new Date(at)} />,
    },
  ];

  return (
    <>
      <DataTable
        label={t('admin.audit.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ seq }) => String(seq)}
        isStale={isStale}
      />
      <nav className={pager.pager} aria-label={t('admin.frame.pagesOfList')}>
        <span role="status">{t('admin.audit.shown', { count: page.data.length })}</span>
        <span className={pager.buttons}>
          <Button variant="outline" disabled={isFirst} onClick={() => onChange({ before: undefined })}>
            {t('admin.audit.newest')}
          </Button>
          <Button
            variant="outline"
            disabled={page.next === null}
            onClick={() => onChange({ before: page.next === null ? undefined : String(page.next) })}
          >
            {t('admin.audit.older')}
          </Button>
        </span>
      </nav>
    </>
  );
}
