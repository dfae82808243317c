import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import { InvitationActs } from './invitation-acts.tsx';
import type { Invitation, InvitationFilter } from './invitations-query.ts';

const TONES = { open: 'attention', accepted: 'good', declined: 'plain', revoked: 'plain', expired: 'plain' } as const;

interface Props {
  readonly page: Answer<'GET /admin-api/v1/invitations'>;
  readonly isFiltered: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<InvitationFilter>) => void;
  readonly onInvite: () => void;
  readonly onNews: (news: string) => void;
}

export function InvitationsTable({ page, isFiltered, isStale, onChange, onInvite, onNews }: Props) {
  const { t } = useTranslation();
  if (page.total === 0) {
    return isFiltered ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange({ q: undefined, status: undefined })}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.invitations.emptyTitle')} text={t('admin.invitations.emptyText')}>
        <Button onClick={onInvite}>{t('admin.members.invite')}</Button>
      </Empty>
    );
  }

  const columns: readonly Column<Invitation>[] = [
    {
      key: 'email',
      title: t('signin.email'),
      cell: ({ email, role }) => (
        <div className={cells.two}>
          {email}
          <span>{t(`admin.role.${role}`)}</span>
        </div>
      ),
    },
    {
      key: 'workspace',
      title: t('admin.invite.workspace'),
      isMinor: true,
      cell: ({ workspace: { id, name } }) => (
        <Link to="/admin/workspaces/$workspaceId" params={{ workspaceId: id }} data-row-link>
          {name}
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('admin.members.status'),
      cell: ({ status }) => <Tag tone={TONES[status]}>{t(`admin.invitations.status.${status}`)}</Tag>,
    },
    {
      key: 'inviter',
      title: t('admin.invitations.by'),
      isMinor: true,
      cell: ({ inviter, created_at }) => (
        <div className={cells.two}>
          {inviter}
          <span>
            <Time at={new Date(created_at)} />
          </span>
        </div>
      ),
    },
    {
      key: 'expires',
      title: t('admin.invitations.expires'),
      isMinor: true,
      cell: ({ status, expires_at }) => (status === 'open' ? <Time at={new Date(expires_at)} /> : null),
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (invitation) => <InvitationActs invitation={invitation} onNews={onNews} />,
    },
  ];

  return (
    <>
      <DataTable
        label={t('admin.invitations.list')}
        columns={columns}
        rows={page.data}
        rowKey={({ id }) => id}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
    </>
  );
}
