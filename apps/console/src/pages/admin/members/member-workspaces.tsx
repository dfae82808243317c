import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import type { Member } from './member-query.ts';

type Place = Member['workspaces'][number];

export function MemberWorkspaces({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const columns: readonly Column<Place>[] = [
    {
      key: 'name',
      title: t('admin.invite.workspace'),
      cell: ({ id, name }) => (
        <Link to="/admin/workspaces/$workspaceId" params={{ workspaceId: id }} data-row-link>
          {name}
        </Link>
      ),
    },
    { key: 'role', title: t('admin.invite.role'), cell: ({ role }) => t(`admin.role.${role}`) },
    {
      key: 'status',
      title: t('admin.members.status'),
      isMinor: true,
      cell: ({ status }) => (status === 'archive' ? <Tag tone="plain">{t('admin.workspaces.archived')}</Tag> : null),
    },
    {
      key: 'joined',
      title: t('admin.member.joined'),
      isMinor: true,
      cell: ({ joined_at }) => <Time at={new Date(joined_at)} />,
    },
  ];
  return (
    <Section title={t('admin.members.workspaces')}>
      {member.workspaces.length === 0 ? (
        <Empty title={t('admin.member.noWorkspace')} text={t('admin.member.noWorkspaceText')}>
          <Link to="/admin/workspaces">{t('admin.member.toWorkspaces')}</Link>
        </Empty>
      ) : (
        <DataTable
          label={t('admin.members.workspaces')}
          columns={columns}
          rows={member.workspaces}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}
