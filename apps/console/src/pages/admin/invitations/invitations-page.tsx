import { INVITATION_STATUSES } from '@latchkey/contract/vocabulary';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../../../admin/filter-select.tsx';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import { Loaded } from '../../../admin/loaded.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import toolbar from '../../../admin/toolbar.module.css';
import { News } from '../../../design/news.tsx';
import { SearchField } from '../../../design/search-field.tsx';
import { Section } from '../../../design/section.tsx';
import { InviteDrawer } from '../members/invite-drawer.tsx';
import { AccessRequests } from './access-requests.tsx';
import { type InvitationFilter, invitationsQuery } from './invitations-query.ts';
import { InvitationsTable } from './invitations-table.tsx';

const route = getRouteApi('/administration/admin/invitations');

/** Who was invited, and who asks to be. */
export function InvitationsPage() {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(invitationsQuery(filters));
  const [isInviting, setInviting] = useState(false);
  const [news, setNews] = useState<string | null>(null);

  const change = useCallback(
    (changes: FilterChanges<InvitationFilter>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <>
      <PageHead
        title={t('admin.invitations.title')}
        lead={t('admin.invitations.lead')}
        actions={<Button onClick={() => setInviting(true)}>{t('admin.members.invite')}</Button>}
      />
      <News text={news} />
      <AccessRequests onNews={setNews} />
      <Section title={t('admin.invitations.list')}>
        <search className={toolbar.bar}>
          <SearchField label={t('admin.invitations.find')} value={filters.q ?? ''} onSearch={search} />
          <FilterSelect
            label={t('admin.members.status')}
            all={t('admin.members.everyStatus')}
            options={INVITATION_STATUSES.map((status) => ({
              value: status,
              label: t(`admin.invitations.status.${status}`),
            }))}
            value={filters.status}
            onChange={(status) => change({ status })}
          />
        </search>
        <Loaded query={query}>
          {(page) => (
            <InvitationsTable
              page={page}
              isFiltered={Boolean(filters.q || filters.status)}
              isStale={query.isPlaceholderData}
              onChange={change}
              onInvite={() => setInviting(true)}
              onNews={setNews}
            />
          )}
        </Loaded>
      </Section>
      {isInviting ? <InviteDrawer onClose={() => setInviting(false)} /> : null}
    </>
  );
}
