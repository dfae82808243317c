import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../../admin/export-button.tsx';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import { News } from '../../../design/news.tsx';
import { type AccountFilter, accountsFilter, accountsQuery } from './accounts-query.ts';
import { CreateMember } from './create-member.tsx';
import { InviteDrawer } from './invite-drawer.tsx';
import { MembersFilters } from './members-filters.tsx';
import { MembersTable } from './members-table.tsx';

const route = getRouteApi('/administration/admin/members');

/** Every account of the instance. */
export function MembersPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(accountsQuery(filters));
  const [sheet, setSheet] = useState<'invite' | 'create' | null>(null);
  const [news, setNews] = useState<string | null>(null);

  const change = useCallback(
    (changes: FilterChanges<AccountFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );

  return (
    <>
      <PageHead
        title={t('admin.members.title')}
        lead={t('admin.members.lead')}
        actions={
          <>
            <ExportButton path="/admin-api/v1/accounts.csv" query={accountsFilter(filters)} fileName="members.csv" />
            <Button variant="outline" onClick={() => setSheet('create')}>
              {t('admin.members.create')}
            </Button>
            <Button onClick={() => setSheet('invite')}>{t('admin.members.invite')}</Button>
          </>
        }
      />
      <News text={news} />
      <MembersFilters filters={filters} onChange={change} />
      <Loaded query={query}>
        {(page) => (
          <MembersTable
            page={page}
            filters={filters}
            isStale={query.isPlaceholderData}
            onChange={change}
            onNews={setNews}
            onInvite={() => setSheet('invite')}
          />
        )}
      </Loaded>
      {sheet === 'invite' ? <InviteDrawer onClose={() => setSheet(null)} /> : null}
      {sheet === 'create' ? <CreateMember onClose={() => setSheet(null)} /> : null}
    </>
  );
}
