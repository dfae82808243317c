import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import { Question } from '../../../admin/question.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { RoleField } from '../../../admin/role-field.tsx';
import { Time } from '../../../design/time.tsx';
import { StatusTag } from '../members/status-tag.tsx';
import { useMembership } from './use-membership.ts';
import type { OneWorkspace } from './workspaces-query.ts';

type Member = OneWorkspace['members']['data'][number];
type Asked = { readonly kind: 'remove' | 'owner'; readonly member: Member };

interface Props {
  readonly workspaceId: string;
  readonly members: readonly Member[];
  readonly isStale: boolean;
  readonly onNews: (news: string) => void;
}

export function MembersOfWorkspace({ workspaceId, members, isStale, onNews }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const changing = useMembership(workspaceId, (change) => {
    const name = members.find(({ id }) => id === change.accountId)?.name ?? '';
    setAsked(null);
    onNews(
      change.kind === 'remove'
        ? t('admin.workspaces.removed', { name })
        : t('admin.workspaces.roleChanged', { name, role: t(`admin.role.${change.role}`) }),
    );
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
      key: 'role',
      title: t('admin.invite.role'),
      cell: ({ id, name, role }) =>
        role === 'owner' ? (
          t('admin.role.owner')
        ) : (
          <RoleField
            label={t('admin.workspaces.roleOf', { name })}
            isBare
            value={role}
            disabled={changing.isPending}
            onChange={(chosen) => changing.mutate({ kind: 'role', accountId: id, role: chosen })}
          />
        ),
    },
    {
      key: 'status',
      title: t('admin.members.status'),
      isMinor: true,
      cell: ({ status }) => <StatusTag status={status} />,
    },
    {
      key: 'joined',
      title: t('admin.member.joined'),
      isMinor: true,
      cell: ({ joined_at }) => <Time at={new Date(joined_at)} />,
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (member) => (member.role === 'owner' ? null : <Acts member={member} onAsk={setAsked} />),
    },
  ];

  return (
    <>
      {changing.isError && asked === null ? <AdminRefusal error={changing.error} /> : null}
      <DataTable
        label={t('admin.workspaces.members')}
        columns={columns}
        rows={members}
        rowKey={({ id }) => id}
        isStale={isStale}
      />
      {asked === null ? null : (
        <Question
          title={t(`admin.workspaces.ask.${asked.kind}`, { name: asked.member.name })}
          text={t(`admin.workspaces.means.${asked.kind}`, { name: asked.member.name })}
          confirm={t(`admin.workspaces.do.${asked.kind}`)}
          pending={changing.isPending}
          error={changing.error}
          onConfirm={() => {
            const accountId = asked.member.id;
            changing.mutate(
              asked.kind === 'remove' ? { kind: 'remove', accountId } : { kind: 'role', accountId, role: 'owner' },
            );
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface ActsProps {
  readonly member: Member;
  readonly onAsk: (asked: Asked) => void;
}

function Acts({ member, onAsk }: ActsProps) {
  const { t } = useTranslation();
  const { name } = member;
  return (
    <div className={cells.acts}>
      {member.status === 'active' ? (
        <button
          type="button"
          aria-label={t('admin.workspaces.makeOwnerNamed', { name })}
          onClick={() => onAsk({ kind: 'owner', member })}
        >
          {t('admin.workspaces.do.owner')}
        </button>
      ) : null}
      <button
        type="button"
        data-tone="danger"
        aria-label={t('admin.workspaces.removeNamed', { name })}
        onClick={() => onAsk({ kind: 'remove', member })}
      >
        {t('admin.workspaces.do.remove')}
      </button>
    </div>
  );
}
