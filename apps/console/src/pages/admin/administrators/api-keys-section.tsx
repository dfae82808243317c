import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { adminClient } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import forms from '../../../admin/forms.module.css';
import { Loaded } from '../../../admin/loaded.tsx';
import { Question } from '../../../admin/question.tsx';
import { Empty } from '../../../design/empty.tsx';
import { Section } from '../../../design/section.tsx';
import { Time } from '../../../design/time.tsx';
import { type ApiKey, apiKeysQuery } from './administrators-query.ts';
import { CreateApiKey } from './create-api-key.tsx';
import { SCOPE_WORDS } from './scope-words.ts';

export function ApiKeysSection({ onNews }: { readonly onNews: (news: string) => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const query = useQuery(apiKeysQuery);
  const [isCreating, setCreating] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const revoking = useMutation({
    mutationFn: ({ id }: ApiKey) =>
      adminClient.call('DELETE /admin-api/v1/api-keys/{api_key_id}', { params: { api_key_id: id } }),
    onSuccess: async (_, { name }) => {
      setEnding(null);
      onNews(t('admin.keys.revoked', { name }));
      await queryClient.invalidateQueries(apiKeysQuery);
    },
  });

  const columns: readonly Column<ApiKey>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      cell: ({ name, prefix }) => (
        <div className={cells.two}>
          <strong>{name}</strong>
          <code>{prefix}…</code>
        </div>
      ),
    },
    {
      key: 'scopes',
      title: t('admin.keys.scopes'),
      isMinor: true,
      cell: ({ scopes }) => (
        <span className={cells.small}>{scopes.map((scope) => t(`admin.scope.${SCOPE_WORDS[scope]}`)).join(', ')}</span>
      ),
    },
    {
      key: 'by',
      title: t('admin.keys.by'),
      isMinor: true,
      cell: ({ created_by, created_at }) => (
        <div className={cells.two}>
          {created_by}
          <span>
            <Time at={new Date(created_at)} />
          </span>
        </div>
      ),
    },
    {
      key: 'used',
      title: t('admin.keys.used'),
      isMinor: true,
      cell: ({ last_used_at: at }) => (at === null ? t('admin.frame.never') : <Time at={new Date(at)} />),
    },
    {
      key: 'expires',
      title: t('admin.keys.expires'),
      cell: ({ expires_at: at }) => (at === null ? t('admin.frame.never') : <Time at={new Date(at)} />),
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (key) => (
        <div className={cells.acts}>
          <button
            type="button"
            data-tone="danger"
            aria-label={t('admin.keys.revokeNamed', { name: key.name })}
            onClick={() => setEnding(key)}
          >
            {t('admin.keys.revoke')}
          </button>
        </div>
      ),
    },
  ];

  return (
    <Section title={t('admin.keys.title')} lead={t('admin.keys.lead')}>
      <Loaded query={query}>
        {(keys) =>
          keys.length === 0 ? (
            <Empty title={t('admin.keys.emptyTitle')} text={t('admin.keys.emptyText')} />
          ) : (
            <DataTable label={t('admin.keys.title')} columns={columns} rows={keys} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
      <div className={forms.answers}>
        <Button variant="outline" onClick={() => setCreating(true)}>
          {t('admin.keys.create')}
        </Button>
        <a href="/reference">{t('admin.keys.reference')}</a>
      </div>
      {isCreating ? <CreateApiKey onClose={() => setCreating(false)} /> : null}
      {ending === null ? null : (
        <Question
          title={t('admin.keys.revokeTitle', { name: ending.name })}
          text={t('admin.keys.revokeText')}
          confirm={t('admin.keys.revoke')}
          pending={revoking.isPending}
          error={revoking.error}
          onConfirm={() => revoking.mutate(ending)}
          onClose={() => setEnding(null)}
        />
      )}
    </Section>
  );
}
