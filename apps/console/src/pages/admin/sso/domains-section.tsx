import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminClient } from '../../../admin/client.ts';
import { CopyField } from '../../../admin/copy-field.tsx';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { ActButton } from '../../../design/act-button.tsx';
import { News } from '../../../design/news.tsx';
import { Section } from '../../../design/section.tsx';
import { lines } from './connection-input.ts';
import { LinesField } from './lines-field.tsx';
import styles from './sso.module.css';
import { type Connection, connectionQuery } from './sso-query.ts';
import type { ConnectionFields } from './use-draft.ts';

interface Props {
  readonly fields: ConnectionFields;
  readonly connection: Connection;
}

/** Whose addresses lead to the provider, and how each domain is proven to be the organisation's. */
export function DomainsSection({ fields, connection }: Props) {
  const { t } = useTranslation();
  const [news, setNews] = useState<string | null>(null);
  const saved = connection.domains.map(({ domain }) => domain);
  const isUnsaved = lines(fields.draft.domains).some((one) => !saved.includes(one.toLowerCase()));
  return (
    <Section id="domains" title={t('admin.sso.domain.title')} lead={t('admin.sso.domain.lead')}>
      <LinesField
        fields={fields}
        name="domains"
        label={t('admin.sso.domain.field')}
        hint={t('admin.sso.domain.hint')}
        placeholder="example.com"
      />
      {isUnsaved ? <p role="status">{t('admin.sso.domain.unsaved')}</p> : null}
      <News text={news} />
      {connection.domains.map((domain) => (
        <Domain key={domain.domain} connectionId={connection.id} domain={domain} onNews={setNews} />
      ))}
    </Section>
  );
}

interface DomainProps {
  readonly connectionId: string;
  readonly domain: Connection['domains'][number];
  readonly onNews: (news: string) => void;
}

function Domain({ connectionId, domain: { domain, proof, record }, onNews }: DomainProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const proving = useMutation({
    mutationFn: () =>
      adminClient.call('POST /admin-api/v1/sso-connections/{connection_id}/domains/{domain}/prove', {
        params: { connection_id: connectionId, domain },
      }),
    onSuccess: async () => {
      onNews(t('admin.sso.domain.proved', { domain }));
      await queryClient.invalidateQueries(connectionQuery(connectionId));
    },
  });
  return (
    <div className={styles.card}>
      <h3 className={styles.cardTitle}>
        {domain} <Tag tone={proof === 'none' ? 'attention' : 'good'}>{t(`admin.sso.domain.proof.${proof}`)}</Tag>
      </h3>
      {proof === 'none' ? (
        <>
          <p>{t('admin.sso.domain.why')}</p>
          <CopyField label={t('admin.sso.domain.recordName')} value={record.name} />
          <CopyField label={t('admin.sso.domain.recordValue')} value={record.value} />
          {proving.isError ? <AdminRefusal error={proving.error} /> : null}
          <div>
            <ActButton variant="outline" pending={proving.isPending} onClick={() => proving.mutate()}>
              {t('admin.sso.domain.prove')}
            </ActButton>
          </div>
        </>
      ) : null}
    </div>
  );
}
