import { useTranslation } from 'react-i18next';
import { Tag } from '../../../admin/tag.tsx';
import type { Workspace } from './workspaces-query.ts';

/** What is special about a workspace. */
export function WorkspaceTags({ workspace }: { readonly workspace: Pick<Workspace, 'status' | 'is_default'> }) {
  const { t } = useTranslation();
  const isArchived = workspace.status === 'archive';
  return (
    <>
      <Tag tone={isArchived ? 'plain' : 'good'}>
        {t(isArchived ? 'admin.workspaces.archived' : 'admin.workspaces.inUse')}
      </Tag>{' '}
      {workspace.is_default ? <Tag tone="plain">{t('admin.workspaces.default')}</Tag> : null}
    </>
  );
}
