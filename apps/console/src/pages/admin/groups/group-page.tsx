import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { PageHead } from '../../../admin/page-head.tsx';
import { Question } from '../../../admin/question.tsx';
import { News } from '../../../design/news.tsx';
import { GroupMembers } from './group-members.tsx';
import { GroupName } from './group-name.tsx';
import { GROUPS, groupQuery } from './groups-query.ts';

const route = getRouteApi('/administration/admin/groups/$groupId');

export function GroupPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { groupId } = route.useParams();
  // The head does not depend on which members are shown.
  const group = useSuspenseQuery(groupQuery(groupId, {})).data;
  const [isDeleting, setDeleting] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const { name, workspace } = group;
  const deleting = useMutation({
    mutationFn: () => adminClient.call('DELETE /admin-api/v1/groups/{group_id}', { params: { group_id: groupId } }),
    onSuccess: async () => {
      // The list is asked for anew, so that it does not show for a moment what is gone.
      queryClient.removeQueries({ queryKey: GROUPS, type: 'inactive' });
      await navigate({ to: '/admin/groups' });
      queryClient.removeQueries({ queryKey: [...GROUPS, 'one', groupId] });
    },
  });
  return (
    <>
      <PageHead
        back={<Link to="/admin/groups">{t('admin.groups.back')}</Link>}
        title={name}
        lead={
          workspace === null
            ? t('admin.groups.instanceLead')
            : t('admin.groups.workspaceLead', { workspace: workspace.name })
        }
        actions={
          <Button variant="outline" color="danger" onClick={() => setDeleting(true)}>
            {t('admin.groups.delete')}
          </Button>
        }
      />
      <News text={news} />
      <GroupMembers group={group} onNews={setNews} />
      <GroupName key={group.id} group={group} />
      {isDeleting ? (
        <Question
          title={t('admin.groups.deleteTitle', { name })}
          text={t('admin.groups.deleteText')}
          confirm={t('admin.groups.delete')}
          pending={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate()}
          onClose={() => setDeleting(false)}
        />
      ) : null}
    </>
  );
}
