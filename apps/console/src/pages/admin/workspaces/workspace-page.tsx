import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../../admin/facts.tsx';
import { PageHead } from '../../../admin/page-head.tsx';
import { News } from '../../../design/news.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { WorkspaceActions } from './workspace-actions.tsx';
import { WorkspaceDefault } from './workspace-default.tsx';
import { WorkspaceMembers } from './workspace-members.tsx';
import { WorkspaceName } from './workspace-name.tsx';
import { WorkspaceTags } from './workspace-tags.tsx';
import { workspaceQuery } from './workspaces-query.ts';

const route = getRouteApi('/administration/admin/workspaces/$workspaceId');

export function WorkspacePage() {
  const { t } = useTranslation();
  const { workspaceId } = route.useParams();
  // The head does not depend on which members are shown.
  const workspace = useSuspenseQuery(workspaceQuery(workspaceId, {})).data;
  const [news, setNews] = useState<string | null>(null);
  const { name, owner, member_count, created_at } = workspace;
  return (
    <>
      <PageHead
        back={<Link to="/admin/workspaces">{t('admin.workspaces.back')}</Link>}
        title={name}
        actions={<WorkspaceActions workspace={workspace} onNews={setNews} />}
      />
      <div>
        <WorkspaceTags workspace={workspace} />
      </div>
      <News text={news} />
      <Section title={t('admin.workspaces.facts')}>
        <Facts
          facts={[
            [
              t('admin.role.owner'),
              owner === null ? (
                t('admin.workspaces.noOwner')
              ) : (
                <Link key="owner" to="/admin/members/$accountId" params={{ accountId: owner.id }}>
                  {owner.name} ({owner.email})
                </Link>
              ),
            ],
            [t('admin.workspaces.members'), member_count],
            [t('admin.members.created'), <Time key="created" at={new Date(created_at)} />],
          ]}
        />
      </Section>
      <WorkspaceMembers workspace={workspace} onNews={setNews} />
      <WorkspaceName key={workspace.id} workspace={workspace} />
      <WorkspaceDefault workspace={workspace} onNews={setNews} />
    </>
  );
}
