import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Question } from '../../../admin/question.tsx';
import { DeleteWorkspace } from './delete-workspace.tsx';
import { useWorkspaceChange } from './use-workspace-change.ts';
import type { OneWorkspace } from './workspaces-query.ts';

interface Props {
  readonly workspace: OneWorkspace;
  readonly onNews: (news: string) => void;
}

/** Archives, reopens, deletes. */
export function WorkspaceActions({ workspace, onNews }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'archive' | 'normal' | 'delete' | null>(null);
  const { id, name, status } = workspace;
  const changing = useWorkspaceChange(id, (change) => {
    setAsked(null);
    onNews(t(change.status === 'archive' ? 'admin.workspaces.archivedNow' : 'admin.workspaces.reopened', { name }));
  });
  const close = () => setAsked(null);
  const other = status === 'archive' ? 'normal' : 'archive';
  return (
    <>
      <Button variant="outline" onClick={() => setAsked(other)}>
        {t(`admin.workspaces.do.${other}`)}
      </Button>
      <Button variant="outline" color="danger" onClick={() => setAsked('delete')}>
        {t('admin.workspaces.do.delete')}
      </Button>
      {asked === 'delete' ? <DeleteWorkspace workspace={workspace} onClose={close} /> : null}
      {asked === 'archive' || asked === 'normal' ? (
        <Question
          title={t(`admin.workspaces.ask.${asked}`, { name })}
          text={t(`admin.workspaces.means.${asked}`)}
          confirm={t(`admin.workspaces.do.${asked}`)}
          isDangerous={asked === 'archive'}
          pending={changing.isPending}
          error={changing.error}
          onConfirm={() => changing.mutate({ status: asked })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
