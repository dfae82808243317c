import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges, Filters } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import { WorkspaceTags } from './workspace-tags.tsx';
import { type Workspace, type WorkspaceFilter, workspacesFilter } from './workspaces-query.ts';

interface Props {
  readonly page: Answer<'GET /admin-api/v1/workspaces'>;
  readonly filters: Filters<WorkspaceFilter>;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<WorkspaceFilter>) => void;
  readonly onCreate: () => void;
}

export function WorkspacesTable({ page, filters, isStale, onChange, onCreate }: Props) {
  const { t } = useTranslation();
  const { sort, order } = workspacesFilter(filters);

  if (page.total === 0) {
    return filters.q || filters.status ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange({ q: undefined, status: undefined })}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.workspaces.emptyTitle')} text={t('admin.workspaces.emptyText')}>
        <Button onClick={onCreate}>{t('admin.workspaces.create')}</Button>
      </Empty>
    );
  }

  const columns: readonly Column<Workspace>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      sorts: true,
      cell: ({ id, name }) => (
        <Link to="/admin/workspaces/$workspaceId" params={{ workspaceId: id }} data-row-link>
          {name}
        </Link>
      ),
    },
    {
      key: 'owner',
      title: t('admin.role.owner'),
      cell: ({ owner }) =>
        owner === null ? (
          t('admin.workspaces.noOwner')
        ) : (
          <div className={cells.two}>
            {owner.name}
            <span>{owner.email}</span>
          </div>
        ),
    },
    {
      key: 'member_count',
      title: t('admin.workspaces.members'),
      sorts: true,
      isAtEnd: true,
      cell: ({ member_count }) => member_count,
    },
    {
      key: 'status',
      title: t('admin.members.status'),
      isMinor: true,
      cell: (workspace) => <WorkspaceTags workspace={workspace} />,
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
      <DataTable
        label={t('admin.workspaces.title')}
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
