import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminSessionQuery } from '../../../admin/admin-session.ts';
import cells from '../../../admin/cells.module.css';
import { adminClient } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { Question } from '../../../admin/question.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { AddAdministrator } from './add-administrator.tsx';
import { type Administrator, administratorsQuery } from './administrators-query.ts';

export function AdministratorsSection({ onNews }: { readonly onNews: (news: string) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const me = useSuspenseQuery(adminSessionQuery).data;
  const query = useQuery(administratorsQuery);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Administrator | null>(null);
  const removing = useMutation({
    mutationFn: ({ account_id }: Administrator) =>
      adminClient.call('DELETE /admin-api/v1/administrators/{account_id}', { params: { account_id } }),
    onSuccess: async (_, { name }) => {
      setLeaving(null);
      onNews(t('admin.administrators.removed', { name }));
      await queryClient.invalidateQueries({ queryKey: ['admin'] });
    },
  });

  const columns: readonly Column<Administrator>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      cell: ({ account_id, name, email }) => (
        <div className={cells.two}>
          <Link to="/admin/members/$accountId" params={{ accountId: account_id }} data-row-link>
            {name}
          </Link>
          <span>{email}</span>
        </div>
      ),
    },
    {
      key: 'state',
      title: t('admin.members.status'),
      cell: ({ account_id, has_way_in }) => (
        <>
          {account_id === me.account_id ? <Tag tone="good">{t('admin.administrators.you')}</Tag> : null}{' '}
          {has_way_in ? null : <Tag tone="attention">{t('admin.administrators.noWayIn')}</Tag>}
        </>
      ),
    },
    {
      key: 'last',
      title: t('admin.members.lastSignIn'),
      isMinor: true,
      cell: ({ last_sign_in_at: at }) => (at === null ? t('admin.frame.never') : <Time at={new Date(at)} />),
    },
    {
      key: 'added',
      title: t('admin.administrators.added'),
      isMinor: true,
      cell: ({ added_at }) => <Time at={new Date(added_at)} />,
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (administrator) => (
        <div className={cells.acts}>
          <button
            type="button"
            data-tone="danger"
            aria-label={t('admin.administrators.removeNamed', { name: administrator.name })}
            onClick={() => setLeaving(administrator)}
          >
            {t('admin.administrators.remove')}
          </button>
        </div>
      ),
    },
  ];

  return (
    <Section title={t('admin.administrators.people')} lead={t('admin.administrators.peopleLead')}>
      <Loaded query={query}>
        {(administrators) => (
          <DataTable
            label={t('admin.administrators.people')}
            columns={columns}
            rows={administrators}
            rowKey={({ account_id }) => account_id}
          />
        )}
      </Loaded>
      <div className={forms.answers}>
        <Button onClick={() => setAdding(true)}>{t('admin.administrators.add')}</Button>
      </div>
      {isAdding ? (
        <AddAdministrator
          onDone={(news) => {
            setAdding(false);
            onNews(news);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {leaving === null ? null : (
        <Question
          title={t('admin.administrators.removeTitle', { name: leaving.name })}
          text={t('admin.administrators.removeText')}
          confirm={t('admin.administrators.remove')}
          pending={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate(leaving)}
          onClose={() => {
            removing.reset();
            setLeaving(null);
          }}
        />
      )}
    </Section>
  );
}
