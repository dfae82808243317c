import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cells from '../../../admin/cells.module.css';
import type { Answer } from '../../../admin/client.ts';
import { type Column, DataTable } from '../../../admin/data-table.tsx';
import type { FilterChanges } from '../../../admin/filters.ts';
import { Pager } from '../../../admin/pager.tsx';
import { Tag } from '../../../admin/tag.tsx';
import { AppIcon } from '../../../design/app-icon.tsx';
import { Empty } from '../../../design/empty.tsx';
import { SwitchQuestion } from './switch-question.tsx';
import styles from './webapps.module.css';
import type { WebApp, WebAppFilter } from './webapps-query.ts';

interface Props {
  readonly page: Answer<'GET /admin-api/v1/webapps'>;
  readonly isSearch: boolean;
  readonly isStale: boolean;
  readonly onChange: (changes: FilterChanges<WebAppFilter>) => void;
  readonly onNews: (news: string) => void;
}

export function WebAppsTable({ page, isSearch, isStale, onChange, onNews }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<WebApp | null>(null);

  if (page.total === 0) {
    return isSearch ? (
      <Empty title={t('admin.frame.noneFound')} text={t('admin.frame.noneFoundText')}>
        <Button variant="outline" onClick={() => onChange({ q: undefined })}>
          {t('admin.frame.clearFilters')}
        </Button>
      </Empty>
    ) : (
      <Empty title={t('admin.webapps.emptyTitle')} text={t('admin.webapps.emptyText')} />
    );
  }

  const columns: readonly Column<WebApp>[] = [
    {
      key: 'name',
      title: t('admin.members.name'),
      cell: ({ name, icon, url, upstream }) => (
        <div className={styles.app}>
          <AppIcon name={name} icon={icon} />
          <div className={cells.two}>
            <a href={url} data-row-link>
              {name}
            </a>
            <span title={t('admin.webapps.upstream')}>{upstream}</span>
          </div>
        </div>
      ),
    },
    {
      key: 'workspace',
      title: t('admin.webapps.workspace'),
      isMinor: true,
      cell: ({ workspace }) => (
        <Link to="/admin/workspaces/$workspaceId" params={{ workspaceId: workspace.id }}>
          {workspace.name}
        </Link>
      ),
    },
    {
      key: 'mode',
      title: t('admin.webapps.openTo'),
      cell: ({ access_mode }) => t(`admin.webapps.mode.${access_mode}`),
    },
    {
      key: 'enabled',
      title: t('admin.webapps.state'),
      cell: ({ enabled }) => (
        <Tag tone={enabled ? 'good' : 'attention'}>{t(enabled ? 'admin.frame.on' : 'admin.frame.off')}</Tag>
      ),
    },
    {
      key: 'acts',
      title: t('admin.frame.actions'),
      isAtEnd: true,
      cell: (app) => (
        <div className={cells.acts}>
          <button
            type="button"
            data-tone={app.enabled ? 'danger' : undefined}
            aria-label={t(app.enabled ? 'admin.webapps.switchOffNamed' : 'admin.webapps.switchOnNamed', {
              name: app.name,
            })}
            onClick={() => setAsked(app)}
          >
            {t(app.enabled ? 'admin.webapps.switchOff' : 'admin.webapps.switchOn')}
          </button>
        </div>
      ),
    },
  ];

  return (
    <>
      <DataTable
        label={t('admin.webapps.title')}
        columns={columns}
        rows={page.data}
        rowKey={({ id }) => id}
        isStale={isStale}
      />
      <Pager {...page} onPage={(number) => onChange({ page: String(number) })} />
      {asked === null ? null : (
        <SwitchQuestion
          app={asked}
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
