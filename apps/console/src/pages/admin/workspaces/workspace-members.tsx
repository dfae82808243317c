import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FilterChanges, withFilters } from '../../../admin/filters.ts';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { Pager } from '../../../admin/pager.tsx';
import { Empty } from '../../../design/empty.tsx';
import { SearchField } from '../../../design/search-field.tsx';
import { Section } from '../../../design/section.tsx';
import { InviteDrawer } from '../members/invite-drawer.tsx';
import { AddMember } from './add-member.tsx';
import { MembersOfWorkspace } from './members-of-workspace.tsx';
import { type OneWorkspace, workspaceQuery } from './workspaces-query.ts';

const route = getRouteApi('/administration/admin/workspaces/$workspaceId');

interface Props {
  readonly workspace: OneWorkspace;
  readonly onNews: (news: string) => void;
}

/** Who is in the workspace, a page at a time. */
export function WorkspaceMembers({ workspace, onNews }: Props) {
  const { t } = useTranslation();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(workspaceQuery(workspace.id, filters));
  const [sheet, setSheet] = useState<'invite' | 'add' | null>(null);

  const change = useCallback(
    (changes: FilterChanges<'q' | 'page'>) =>
      void navigate({ search: (before) => withFilters(before, { page: undefined, ...changes }), replace: true }),
    [navigate],
  );
  const search = useCallback((q: string) => change({ q }), [change]);

  return (
    <Section title={t('admin.workspaces.members')} lead={t('admin.workspaces.membersLead')}>
      <div className={forms.answers}>
        <Button onClick={() => setSheet('invite')}>{t('admin.members.invite')}</Button>
        <Button variant="outline" onClick={() => setSheet('add')}>
          {t('admin.workspaces.add')}
        </Button>
      </div>
      <SearchField label={t('admin.members.find')} value={filters.q ?? ''} onSearch={search} />
      <Loaded query={query}>
        {({ members }) =>
          members.total === 0 ? (
            <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')} />
          ) : (
            <>
              <MembersOfWorkspace
                workspaceId={workspace.id}
                members={members.data}
                isStale={query.isPlaceholderData}
                onNews={onNews}
              />
              <Pager {...members} onPage={(page) => change({ page: String(page) })} />
            </>
          )
        }
      </Loaded>
      {sheet === 'invite' ? <InviteDrawer workspaceId={workspace.id} onClose={() => setSheet(null)} /> : null}
      {sheet === 'add' ? (
        <AddMember
          workspace={workspace}
          onDone={(news) => {
            setSheet(null);
            onNews(news);
          }}
          onClose={() => setSheet(null)}
        />
      ) : null}
    </Section>
  );
}
