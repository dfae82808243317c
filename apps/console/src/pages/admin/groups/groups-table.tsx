import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import type { Group, GroupFilter } from './groups-query.ts';

interface Props {
  readonly page: Answer<'GET /admin-api/v1/groups'>;
  readonly isSearch: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<GroupFilter>) => void;
  readonly onCreate: () => void;
}

export function GroupsTable({ page, isSearch, isStale, onChange, onCreate }: Props) {
  const { t } = useTranslation();

  if (page.total === 0) {
    return isSearch ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange({ q: undefined })}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.groups.emptyTitle')} text={t('admin.groups.emptyText')}>
        <Button onClick={onCreate}>{t('admin.groups.create')}</Button>
      </Empty>
    );
  }

  const columns: readonly Column<Group>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      cell: ({ id, name }) => (
        <Link to="/admin/groups/$groupId" params={{ groupId: id }} data-row-link>
          {name}
        </Link>
      ),
    },
    {
      key: 'workspace',
      title: t('admin.groups.of'),
      cell: ({ workspace }) =>
        workspace === null ? (
          <Tag tone="plain">{t('admin.groups.ofInstance')}</Tag>
        ) : (
          <Link to="/admin/workspaces/$workspaceId" params={{ workspaceId: workspace.id }}>
            {workspace.name}
          </Link>
        ),
    },
    {
      key: 'member_count',
      title: t('admin.workspaces.members'),
      isAtEnd: true,
      cell: ({ member_count }) => member_count,
    },
    {
      key: 'created_at',
      title: t('admin.members.created'),
      isMinor: true,
      cell: ({ created_at }) => <Time at={new Date(created_at)} />,
    },
  ];

  return (
    <>
      <DataTable
        label={t('admin.groups.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ id }) => id}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
    </>
  );
}
