import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { adminClient } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { Pager } from '../../../admin/pager.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { Empty } from '../../../design/empty.tsx';
import { SearchField } from '../../../design/search-field.tsx';
import { Section } from '../../../design/section.tsx';
import { AddToGroup } from './add-to-group.tsx';
import { GROUPS, type GroupFilter, groupQuery, type OneGroup } from './groups-query.ts';

type Member = OneGroup['members']['data'][number];

const route = getRouteApi('/administration/admin/groups/$groupId');

interface Props {
  readonly group: OneGroup;
  readonly onNews: (news: string) => void;
}

/** Who is in the group, a page at a time. */
export function GroupMembers({ group, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(groupQuery(group.id, filters));
  const [isAdding, setAdding] = useState(false);

  const change = useCallback(
    (changes: FilterChanges<GroupFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);
  const removing = useMutation({
    mutationFn: ({ id }: Member) =>
      adminClient.call('DELETE /admin-api/v1/groups/{group_id}/members/{account_id}', {
        params: { group_id: group.id, account_id: id },
      }),
    onSuccess: async ({ sessions_ended }, { name }) => {
      onNews(t('admin.groups.removed', { name, count: sessions_ended }));
      await queryClient.invalidateQueries({ queryKey: GROUPS });
    },
  });

  const columns: readonly Column<Member>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      cell: ({ id, name, email }) => (
        <div className={cells.two}>
          <Link to="/admin/members/$accountId" params={{ accountId: id }} data-row-link>
            {name === '' ? email : name}
          </Link>
          <span>{email}</span>
        </div>
      ),
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (member) => (
        <div className={cells.acts}>
          <button
            type="button"
            data-tone="danger"
            disabled={removing.isPending}
            aria-label={t('admin.groups.takeOutNamed', { name: member.name })}
            onClick={() => removing.mutate(member)}
          >
            {t('admin.groups.takeOut')}
          </button>
        </div>
      ),
    },
  ];

  return (
    <Section title={t('admin.workspaces.members')} lead={t('admin.groups.membersLead')}>
      <div className={forms.answers}>
        <Button onClick={() => setAdding(true)}>{t('admin.groups.add')}</Button>
      </div>
      {removing.isError ? <AdminRefusal error={removing.error} /> : null}
      {group.member_count === 0 ? null : (
        <SearchField label={t('admin.members.find')} value={filters.q ?? ''} onSearch={search} />
      )}
      <Loaded query={query}>
        {({ members }) =>
          members.total === 0 ? (
            <Empty
              title={t(group.member_count === 0 ? 'admin.groups.nobody' : 'admin.frame.noneFound')}
              text={t(group.member_count === 0 ? 'admin.groups.nobodyText' : 'admin.frame.noneFoundText')}
            />
          ) : (
            <>
              <DataTable
                label={t('admin.workspaces.members')}
                columns={columns}
                rows={members.data}
                rowKey={({ id }) => id}
                isStale={query.isPlaceholderData}
              />
              <Pager {...members} onPage={(page) => change({ page: String(page) })} />
            </>
          )
        }
      </Loaded>
      {isAdding ? <AddToGroup group={group} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}
