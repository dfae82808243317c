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
import type { Letter, LetterFilter } from './mail-query.ts';

const TONES = { waiting: 'attention', sent: 'good', failed: 'bad', expired: 'plain' } as const;

interface Props {
  readonly page: Answer<'GET /admin-api/v1/letters'>;
  readonly isFiltered: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<LetterFilter>) => void;
  readonly onRead: (letter: Letter) => void;
}

export function LettersTable({ page, isFiltered, isStale, onChange, onRead }: Props) {
  const { t } = useTranslation();
  if (page.total === 0) {
    return isFiltered ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange({ q: undefined, status: undefined, kind: undefined })}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.letters.emptyTitle')} text={t('admin.letters.emptyText')} />
    );
  }

  const columns: readonly Column<Letter>[] = [
    {
      key: 'kind',
      title: t('admin.letters.letter'),
      cell: (letter) => (
        <div className={cells.two}>
          <button type="button" className={cells.plain} data-row-link onClick={() => onRead(letter)}>
            {t(`admin.letters.kind.${letter.kind}`)}
          </button>
          <span>{letter.to}</span>
        </div>
      ),
    },
    {
      key: 'status',
      title: t('admin.members.status'),
      cell: ({ status }) => <Tag tone={TONES[status]}>{t(`admin.letters.status.${status}`)}</Tag>,
    },
    {
      key: 'problem',
      title: t('admin.letters.said'),
      isMinor: true,
      cell: ({ problem, tries, next_try_at }) => (
        <div className={cells.two}>
          {problem}
          {tries === 0 ? null : (
            <span>
              {t('admin.letters.tries', { count: tries })}
              {next_try_at === null ? null : (
                <>
                  {' · '}
                  {t('admin.letters.nextTry')} <Time at={new Date(next_try_at)} />
                </>
              )}
            </span>
          )}
        </div>
      ),
    },
    {
      key: 'created',
      title: t('admin.letters.written'),
      cell: ({ created_at }) => <Time at={new Date(created_at)} />,
    },
  ];

  return (
    <>
      <DataTable
        label={t('admin.letters.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ id }) => id}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
    </>
  );
}
