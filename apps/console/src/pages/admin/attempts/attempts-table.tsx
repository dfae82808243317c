import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import type { Attempt, AttemptFilter } from './attempts-query.ts';

const CLEARED = { email: undefined, outcome: undefined, method: undefined, from: undefined, to: undefined };

interface Props {
  readonly page: Answer<'GET /admin-api/v1/sign-in-attempts'>;
  readonly isFiltered: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<AttemptFilter>) => void;
  readonly onOpen: (reference: string) => void;
}

export function AttemptsTable({ page, isFiltered, isStale, onChange, onOpen }: Props) {
  const { t } = useTranslation();
  if (page.total === 0) {
    return isFiltered ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.attempts.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange(CLEARED)}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.attempts.emptyTitle')} text={t('admin.attempts.emptyText')} />
    );
  }

  const columns: readonly Column<Attempt>[] = [
    {
      key: 'who',
      title: t('admin.attempts.who'),
      cell: ({ reference, email, ip }) => (
        <div className={cells.two}>
          <button type="button" className={cells.plain} data-row-link onClick={() => onOpen(reference)}>
            {email === '' ? t('admin.attempts.noAddress') : email}
          </button>
          <span>{ip}</span>
        </div>
      ),
    },
    {
      key: 'outcome',
      title: t('admin.attempts.outcome'),
      cell: ({ outcome, rule }) =>
        outcome === 'signed_in' ? (
          <Tag tone="good">{t('admin.attempts.outcomes.signed_in')}</Tag>
        ) : (
          <div className={cells.two}>
            <span>
              <Tag tone="bad">{t('admin.attempts.outcomes.refused')}</Tag>
            </span>
            <span>{t(`admin.rule.${rule ?? 'other'}.name`)}</span>
          </div>
        ),
    },
    {
      key: 'method',
      title: t('admin.attempts.method'),
      isMinor: true,
      cell: ({ method }) => t(`admin.attempts.methods.${method}`),
    },
    {
      key: 'reference',
      title: t('frame.reference'),
      isMinor: true,
      cell: ({ reference }) => <code className={cells.small}>{reference}</code>,
    },
    { key: 'at', title: t('admin.frame.when'), cell: ({ at }) => <Time at={new Date(at)} /> },
  ];

  return (
    <>
      <DataTable
        label={t('admin.attempts.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ reference }) => reference}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
    </>
  );
}
