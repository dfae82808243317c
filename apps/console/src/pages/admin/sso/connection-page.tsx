import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../admin/page-head.tsx';
import { News } from '../../../design/news.tsx';
import { AddressesSection } from './addresses-section.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionTags } from './connection-tags.tsx';
import { DeleteConnection } from './delete-connection.tsx';
import { PROTOCOL_NAMES } from './protocol-names.ts';
import { connectionQuery } from './sso-query.ts';

const route = getRouteApi('/administration/admin/sso/$connectionId');

/** One connection: its addresses, its test, and everything that is set about it. */
export function ConnectionPage() {
  const { t } = useTranslation();
  const { connectionId } = route.useParams();
  const { created } = route.useSearch();
  const connection = useSuspenseQuery(connectionQuery(connectionId)).data;
  const [news, setNews] = useState<string | null>(created === undefined ? null : t('admin.sso.created'));
  return (
    <>
      <PageHead
        back={<Link to="/admin/sso">{t('admin.sso.back')}</Link>}
        title={connection.name}
        lead={PROTOCOL_NAMES[connection.provider.protocol]}
      />
      <ConnectionTags connection={connection} />
      <News text={news} />
      <AddressesSection protocol={connection.provider.protocol} addresses={connection} />
      <ConnectionForm key={connection.id} connection={connection} onNews={setNews} />
      <DeleteConnection connection={connection} />
    </>
  );
}
