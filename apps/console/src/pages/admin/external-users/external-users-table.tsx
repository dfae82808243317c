import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Time } from '../../../design/time.tsx';
import type { ExternalUser, ExternalUserFilter } from './external-users-query.ts';
import { RefuseQuestion } from './refuse-question.tsx';

interface Props {
  readonly page: Answer<'GET /admin-api/v1/external-users'>;
  readonly isSearch: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<ExternalUserFilter>) => void;
  readonly onNews: (news: string) => void;
}

export function ExternalUsersTable({ page, isSearch, isStale, onChange, onNews }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<ExternalUser | null>(null);

  if (page.total === 0) {
    return isSearch ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange({ q: undefined })}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.externalUsers.emptyTitle')} text={t('admin.externalUsers.emptyText')} />
    );
  }

  const columns: readonly Column<ExternalUser>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      cell: ({ name, email, subject }) => (
        <div className={cells.two}>
          {name ?? email ?? subject}
          <span>{name === null ? subject : (email ?? subject)}</span>
        </div>
      ),
    },
    {
      key: 'last',
      title: t('admin.externalUsers.lastVisit'),
      cell: ({ last_visit_at }) => <Time at={new Date(last_visit_at)} />,
    },
    {
      key: 'first',
      title: t('admin.externalUsers.firstVisit'),
      isMinor: true,
      cell: ({ first_visit_at }) => <Time at={new Date(first_visit_at)} />,
    },
    {
      key: 'state',
      title: t('admin.externalUsers.state'),
      cell: ({ refused }) => (
        <Tag tone={refused ? 'bad' : 'good'}>
          {t(refused ? 'admin.externalUsers.refused' : 'admin.externalUsers.letIn')}
        </Tag>
      ),
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (user) => (
        <div className={cells.acts}>
          <button
            type="button"
            data-tone={user.refused ? undefined : 'danger'}
            aria-label={t(user.refused ? 'admin.externalUsers.admitNamed' : 'admin.externalUsers.refuseNamed', {
              name: user.name ?? user.email ?? user.subject,
            })}
            onClick={() => setAsked(user)}
          >
            {t(user.refused ? 'admin.externalUsers.admit' : 'admin.externalUsers.refuse')}
          </button>
        </div>
      ),
    },
  ];

  return (
    <>
      <DataTable
        label={t('admin.externalUsers.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ id }) => id}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
      {asked === null ? null : (
        <RefuseQuestion
          user={asked}
          onDone={(news) => {
            setAsked(null);
            onNews(news);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
