import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import { Loaded } from '../../../admin/loaded.tsx';
import { Question } from '../../../admin/question.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { ACCOUNTS } from './accounts-query.ts';

type Identity = Answer<'GET /admin-api/v1/accounts/{account_id}/identities'>['data'][number];

interface Props {
  readonly accountId: string;
  readonly onNews: (news: string) => void;
}

/** With which providers the person signs in. */
export function MemberIdentities({ accountId, onNews }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState<Identity | null>(null);
  const query = useQuery({
    queryKey: [...ACCOUNTS, 'identities', accountId],
    queryFn: async () => {
      const params = { account_id: accountId };
      return (await adminClient.call('GET /admin-api/v1/accounts/{account_id}/identities', { params })).data;
    },
  });
  const unlinking = useMutation({
    mutationFn: ({ id }: Identity) =>
      adminClient.call('DELETE /admin-api/v1/accounts/{account_id}/identities/{identity_id}', {
        params: { account_id: accountId, identity_id: id },
      }),
    onSuccess: async (_, { connection_name: name }) => {
      setLeaving(null);
      onNews(t('admin.sso.identity.unlinked', { name }));
      await queryClient.invalidateQueries({ queryKey: ACCOUNTS });
    },
  });

  const columns: readonly Column<Identity>[] = [
    {
      key: 'provider',
      title: t('admin.sso.identity.provider'),
      cell: ({ connection_id, connection_name, rule }) => (
        <div className={cells.two}>
          <Link to="/admin/sso/$connectionId" params={{ connectionId: connection_id }} data-row-link>
            {connection_name}
          </Link>
          <span>{t(`admin.sso.test.rules.${rule}`)}</span>
        </div>
      ),
    },
    {
      key: 'subject',
      title: t('admin.sso.identity.subject'),
      cell: ({ subject, email }) => (
        <div className={cells.two}>
          {email ?? ''}
          <code>{subject}</code>
        </div>
      ),
    },
    {
      key: 'linked',
      title: t('admin.sso.identity.linked'),
      isMinor: true,
      cell: ({ created_at }) => <Time at={new Date(created_at)} />,
    },
    {
      key: 'used',
      title: t('admin.sso.identity.used'),
      isMinor: true,
      cell: ({ last_used_at: at }) => (at === null ? t('admin.frame.never') : <Time at={new Date(at)} />),
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (identity) => (
        <div className={cells.acts}>
          <button
            type="button"
            data-tone="danger"
            aria-label={t('admin.sso.identity.unlinkNamed', { name: identity.connection_name })}
            onClick={() => setLeaving(identity)}
          >
            {t('admin.sso.identity.unlink')}
          </button>
        </div>
      ),
    },
  ];

  return (
    <Section title={t('admin.sso.identity.title')} lead={t('admin.sso.identity.lead')}>
      <Loaded query={query}>
        {(identities) =>
          identities.length === 0 ? (
            <p>{t('admin.sso.identity.none')}</p>
          ) : (
            <DataTable
              label={t('admin.sso.identity.title')}
              columns={columns}
              rows={identities}
              rowKey={({ id }) => id}
            />
          )
        }
      </Loaded>
      {leaving === null ? null : (
        <Question
          title={t('admin.sso.identity.unlinkTitle', { name: leaving.connection_name })}
          text={t('admin.sso.identity.unlinkText')}
          confirm={t('admin.sso.identity.unlink')}
          pending={unlinking.isPending}
          error={unlinking.error}
          onConfirm={() => unlinking.mutate(leaving)}
          onClose={() => {
            unlinking.reset();
            setLeaving(null);
          }}
        />
      )}
    </Section>
  );
}
