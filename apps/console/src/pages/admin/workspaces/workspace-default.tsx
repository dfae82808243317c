import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdminRefusal } from '../../../admin/refusal.tsx';
import { Section } from '../../../design/section.tsx';
import { Switch } from '../../../design/switch.tsx';
import { useWorkspaceChange } from './use-workspace-change.ts';
import type { OneWorkspace } from './workspaces-query.ts';

interface Props {
  readonly workspace: OneWorkspace;
  readonly onNews: (news: string) => void;
}

/** Whether everybody who gets an account joins this workspace by themselves. */
export function WorkspaceDefault({ workspace, onNews }: Props) {
  const { t } = useTranslation();
  const { id, name, is_default, status } = workspace;
  const saving = useWorkspaceChange(id, (change) =>
    onNews(t(change.is_default ? 'admin.workspaces.isDefaultNow' : 'admin.workspaces.noDefaultNow', { name })),
  );
  // What is being saved shows at once.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isOn = wanted ?? is_default;
  const choose = (chosen: boolean) => {
    setWanted(chosen);
    saving.mutate({ is_default: chosen }, { onSettled: () => setWanted(null) });
  };
  return (
    <Section title={t('admin.workspaces.newMembers')}>
      {saving.isError ? <AdminRefusal error={saving.error} /> : null}
      <Switch
        title={t('admin.workspaces.default')}
        text={t(status === 'archive' ? 'admin.workspaces.defaultArchived' : 'admin.workspaces.defaultText')}
        on={isOn}
        onWord={t('admin.frame.on')}
        offWord={t('admin.frame.off')}
        disabled={status === 'archive' && !is_default}
        onChange={choose}
      />
    </Section>
  );
}
