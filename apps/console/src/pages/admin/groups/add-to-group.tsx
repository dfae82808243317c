import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { Drawer } from '../../../design/drawer.tsx';
import { News } from '../../../design/news.tsx';
import rows from '../../../design/rows.module.css';
import { SearchField } from '../../../design/search-field.tsx';
import { GROUPS, type OneGroup } from './groups-query.ts';

const SHOWN = 20;

interface Found {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly group: OneGroup;
  readonly onClose: () => void;
}

/** Finds people who have an account and puts them into the group, one after the other. */
export function AddToGroup({ group, onClose }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [q, setQ] = useState('');
  const [news, setNews] = useState<string | null>(null);
  const wanted = q.trim();
  const { data } = useQuery({
    queryKey: ['admin', 'accounts', 'choice', wanted],
    queryFn: () =>
      adminClient.call('GET /admin-api/v1/accounts', { query: { q: wanted, status: 'active', limit: SHOWN } }),
    placeholderData: keepPreviousData,
    enabled: wanted !== '',
  });
  const found = wanted === '' ? [] : (data?.data ?? []);
  const isNobody = wanted !== '' && data !== undefined && found.length === 0;
  const adding = useMutation({
    mutationFn: ({ id }: Found) =>
      adminClient.call('POST /admin-api/v1/groups/{group_id}/members', {
        params: { group_id: group.id },
        body: { account_ids: [id] },
      }),
    onSuccess: async (_, { name }) => {
      setNews(t('admin.groups.added', { name, group: group.name }));
      await queryClient.invalidateQueries({ queryKey: GROUPS });
    },
  });

  return (
    <Drawer
      title={t('admin.groups.addTitle', { group: group.name })}
      lead={t('admin.groups.addLead')}
      closeLabel={t('admin.frame.close')}
      onClose={onClose}
    >
      <News text={news} />
      {adding.isError ? <AdminRefusal error={adding.error} /> : null}
      <SearchField label={t('admin.members.find')} value={q} onSearch={setQ} />
      <p role="status" hidden={!isNobody}>
        {isNobody ? t('admin.workspaces.nobodyFound') : null}
      </p>
      <ul className={rows.rows} hidden={found.length === 0}>
        {found.map(({ id, name, email }) => (
          <li key={id}>
            <div className={rows.what}>
              <span className={rows.name}>{name}</span>
              <span className={rows.facts}>{email}</span>
            </div>
            <ActButton
              variant="outline"
              aria-label={t('admin.workspaces.addNamed', { name })}
              pending={adding.isPending && adding.variables.id === id}
              onClick={() => adding.mutate({ id, name })}
            >
              {t('admin.workspaces.addOne')}
            </ActButton>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
