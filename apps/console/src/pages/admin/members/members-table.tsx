import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges, Filters } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { pickColumn } from '../../../admin/pick-column.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import { type Account, type AccountFilter, accountsFilter } from './accounts-query.ts';
import { BulkBar } from './bulk-bar.tsx';
import { StatusTag } from './status-tag.tsx';

interface Props {
  readonly page: Answer<'GET /admin-api/v1/accounts'>;
  readonly filters: Filters<AccountFilter>;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<AccountFilter>) => void;
  readonly onNews: (news: string) => void;
  readonly onInvite: () => void;
}

export function MembersTable({ page, filters, isStale, onChange, onNews, onInvite }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { sort, order } = accountsFilter(filters);
  const isFiltered = Boolean(filters.q || filters.status || filters.workspace_id || filters.without_workspace);

  if (page.total === 0) {
    return isFiltered ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button
          variant="outline"
          onClick={() =>
            onChange({ q: undefined, status: undefined, workspace_id: undefined, without_workspace: undefined })
          }
        >
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.members.emptyTitle')} text={t('admin.members.emptyText')}>
        <Button onClick={onInvite}>{t('admin.members.invite')}</Button>
      </Empty>
    );
  }

  const columns: readonly Column<Account>[] = [
    pickColumn({
      ids: page.data.map(({ id }) => id),
      picked,
      onPick: setPicked,
      idOf: ({ id }) => id,
      label: ({ name }) => t('admin.frame.pickNamed', { name }),
      allLabel: t('admin.frame.pickAll'),
    }),
    { key: 'name', title: t('admin.members.name'), sorts: true, cell: (account) => <Person account={account} /> },
    { key: 'status', title: t('admin.members.status'), cell: ({ status }) => <StatusTag status={status} /> },
    {
      key: 'workspaces',
      title: t('admin.members.workspaces'),
      isAtEnd: true,
      isMinor: true,
      cell: ({ workspace_count }) => workspace_count,
    },
    {
      key: 'last_sign_in_at',
      title: t('admin.members.lastSignIn'),
      sorts: true,
      isMinor: true,
      cell: ({ last_sign_in_at: at }) => (at === null ? t('admin.frame.never') : <Time at={new Date(at)} />),
    },
    {
      key: 'created_at',
      title: t('admin.members.created'),
      sorts: true,
      isMinor: true,
      cell: ({ created_at }) => <Time at={new Date(created_at)} />,
    },
  ];

  return (
    <>
      <BulkBar picked={picked} onDone={onNews} onClear={() => setPicked(new Set())} />
      <DataTable
        label={t('admin.members.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ id }) => id}
        order={{ by: sort, direction: order, onOrder: (by, direction) => onChange({ sort: by, order: direction }) }}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
    </>
  );
}

function Person({ account: { id, name, email } }: { readonly account: Account }) {
  return (
    <div className={cells.two}>
      <Link to="/admin/members/$accountId" params={{ accountId: id }} data-row-link>
        {name === '' ? email : name}
      </Link>
      <span>{email}</span>
    </div>
  );
}
