import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import { ConnectionTags } from './connection-tags.tsx';
import { PROTOCOL_NAMES } from './protocol-names.ts';
import type { Connection } from './sso-query.ts';

export function ConnectionsTable({ connections }: { readonly connections: readonly Connection[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Connection>[] = [
    {
      key: 'name',
      title: t('admin.sso.name'),
      cell: ({ id, name, provider: { protocol } }) => (
        <div className={cells.two}>
          <Link to="/admin/sso/$connectionId" params={{ connectionId: id }} data-row-link>
            {name}
          </Link>
          <span>{PROTOCOL_NAMES[protocol]}</span>
        </div>
      ),
    },
    { key: 'state', title: t('admin.sso.state'), cell: (connection) => <ConnectionTags connection={connection} /> },
    {
      key: 'uses',
      title: t('admin.sso.uses'),
      isMinor: true,
      cell: ({ uses }) =>
        uses.length === 0 ? t('admin.sso.noUse') : uses.map((use) => t(`admin.sso.use.${use}.name`)).join(', '),
    },
    {
      key: 'domains',
      title: t('admin.sso.domains'),
      isMinor: true,
      cell: ({ domains }) => domains.map(({ domain }) => domain).join(', '),
    },
    {
      key: 'identities',
      title: t('admin.sso.identities'),
      isAtEnd: true,
      isMinor: true,
      cell: ({ identity_count }) => identity_count,
    },
  ];
  return <DataTable label={t('admin.sso.list')} columns={columns} rows={connections} rowKey={({ id }) => id} />;
}
