import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { Empty } from '../../../design/empty.tsx';
import { LinkButton } from '../../../design/link-button.tsx';
import { News } from '../../../design/news.tsx';
import { Notice } from '../../../design/notice.tsx';
import { policyQuery } from '../methods/policy-query.ts';
import { ConnectionsTable } from './connections-table.tsx';
import { connectionsQuery } from './sso-query.ts';

const route = getRouteApi('/administration/admin/sso');

/** The identity providers that people can sign in with. */
export function SsoPage() {
  const { t } = useTranslation();
  const { deleted } = route.useSearch();
  const connections = useSuspenseQuery(connectionsQuery).data;
  const policy = useSuspenseQuery(policyQuery).data;
  const connect = <LinkButton to="/admin/sso/new">{t('admin.sso.connect')}</LinkButton>;
  const isHidden = !policy.sso && connections.some(({ enabled }) => enabled);
  return (
    <>
      <PageHead
        title={t('admin.sso.title')}
        lead={t('admin.sso.lead')}
        actions={connections.length === 0 ? undefined : connect}
      />
      <News text={deleted === undefined ? null : t('admin.sso.deleted', { name: deleted })} />
      {isHidden ? (
        <Notice tone="attention" title={t('admin.sso.methodOff')}>
          <p>{t('admin.sso.methodOffText')}</p>
          <Link to="/admin/methods">{t('admin.sso.toMethods')}</Link>
        </Notice>
      ) : null}
      {connections.length === 0 ? (
        <Empty title={t('admin.sso.emptyTitle')} text={t('admin.sso.emptyText')}>
          {connect}
        </Empty>
      ) : (
        <ConnectionsTable connections={connections} />
      )}
    </>
  );
}
